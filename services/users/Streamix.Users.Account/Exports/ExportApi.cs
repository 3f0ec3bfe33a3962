using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Proof;

namespace Streamix.Users.Account.Exports;

internal static class ExportApi
{
    private const string Route = "/account/exports";
    private static readonly Order<Export> NewestFirst = Order.Descending((Export e) => e.Id);

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup(Route).WithTags("Privacy").RequireCaller().RequireRateLimiting(RateLimits.PerCaller);
        exports.MapPost("/", StartAsync).WithName("ExportAccount").WithSummary("Gathers everything Streamix holds of me into one archive; a mail tells when it is ready")
            .RequireFreshProof().WithIdempotency<AccountDb>();
        exports.MapGet("/", ListAsync).WithName("ListExports").WithSummary("My exports, newest first");
        exports.MapGet("/{id:guid}", ReadAsync).WithName("ReadExport").WithSummary("How far an export is, and where the archive is").RequireFreshProof();
        exports.MapDelete("/{id:guid}", CancelAsync).WithName("CancelExport").WithSummary("Stops an export or deletes its archive");
    }

    private static async Task<Results<Accepted<ExportView>, NotFound, ProblemHttpResult>> StartAsync(ExportDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.StartAsync(caller.AccountId, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            (_, true) => Problems.Conflict("An export is running already."),
            var (export, _) => TypedResults.Accepted($"{Route}/{export!.Id}", ExportView.Of(export, null)),
        };

    private static async Task<Ok<Page<ExportView>>> ListAsync([AsParameters] PageQuery page, AccountDb db, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Exports.AsNoTracking().Include(e => e.Parts).Where(e => e.AccountId == caller.AccountId)
            .ToPageAsync(page, NewestFirst, e => ExportView.Of(e, null), cancellationToken));

    private static async Task<Results<Ok<ExportView>, NotFound>> ReadAsync(Guid id, AccountDb db, Archive archive, Caller caller, CancellationToken cancellationToken) =>
        await db.Exports.AsNoTracking().Include(e => e.Parts).SingleOrDefaultAsync(e => e.AccountId == caller.AccountId && e.Id == id, cancellationToken) is { } export
            ? TypedResults.Ok(ExportView.Of(export, export.State == ExportState.Ready ? archive.Address(export) : null))
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> CancelAsync(Guid id, ExportDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.CancelAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
