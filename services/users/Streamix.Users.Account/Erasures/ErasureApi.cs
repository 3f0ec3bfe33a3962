using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Administration;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Proof;

namespace Streamix.Users.Account.Erasures;

internal static class ErasureApi
{
    private const string Route = "/account/erasures";
    private const int LargestBody = 1024;
    private const int LongestReceipt = 64;

    public static void MapErasures(this IEndpointRouteBuilder app)
    {
        var erasures = app.MapGroup(Route).WithTags("Privacy").RequireRateLimiting(RateLimits.Sensitive).WithBodyLimit(LargestBody).WithValidation();
        erasures.MapPost("/", StartAsync).WithName("EraseAccount").WithSummary("Ends my account at once and erases everything of it, everywhere and for good")
            .RequireFreshProof();
        erasures.MapGet("/{receipt}", ReadAsync).WithName("ReadErasureReceipt").WithSummary("How far an erasure is; needs no session").AllowAnonymous();
    }

    private static async Task<Results<Accepted<ErasureReceipt>, NotFound, ProblemHttpResult>> StartAsync(
        ErasureRequest request, OwnerErasure erasures, CancellationToken cancellationToken) =>
        await erasures.StartAsync(cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            (_, true) => Problems.Conflict(Stewardship.LastAdministrator),
            var (erasure, _) => TypedResults.Accepted($"{Route}/{erasure!.Receipt}", ErasureReceipt.Of(erasure)),
        };

    private static async Task<Results<Ok<ErasureReceipt>, NotFound>> ReadAsync(string receipt, AccountDb db, CancellationToken cancellationToken) =>
        receipt.Length <= LongestReceipt && await db.Erasures.AsNoTracking().Include(e => e.Parts).SingleOrDefaultAsync(e => e.Receipt == receipt, cancellationToken) is { } erasure
            ? TypedResults.Ok(ErasureReceipt.Of(erasure))
            : TypedResults.NotFound();
}
