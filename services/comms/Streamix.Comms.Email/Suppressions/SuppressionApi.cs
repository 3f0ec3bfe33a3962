using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Operating;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Email.Suppressions;

/// <summary>Addresses nothing is sent to. Who wants to know of one has to have it: the list holds hashes.</summary>
internal static class SuppressionApi
{
    private const int LargestBody = 4096;
    private static readonly Order<Suppression> NewestFirst = Order.Descending((Suppression s) => s.CreatedAt).ThenDescending(s => s.Id);

    public static void MapSuppressions(this IEndpointRouteBuilder app)
    {
        var list = app.MapGroup("/email/suppressions").WithTags("Suppressions").RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation();
        list.MapGet("/", ListAsync).WithName("ListSuppressions").WithSummary("Suppressed addresses as hashes, newest first");
        list.MapPost("/lookups", LookUpAsync).WithName("LookUpSuppression").WithSummary("Why nothing is sent to an address");
        var writes = list.MapGroup("").RequireAudit();
        writes.MapPost("/", AddAsync).WithName("AddSuppression").WithSummary("Sends nothing to an address any more");
        writes.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveSuppression").WithSummary("Allows an address again");
    }

    private static async Task<Ok<Page<SuppressionView>>> ListAsync([AsParameters] PageQuery page, string? reason, EmailDb db, CancellationToken cancellationToken)
    {
        var wanted = Choice.Of<SuppressionReason>("reason", reason);
        return TypedResults.Ok(await db.Suppressions.AsNoTracking().Where(s => wanted == null || s.Reason == wanted).ToPageAsync(page, NewestFirst, SuppressionView.Of, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<SuppressionView>>> LookUpAsync(AddressDraft draft, EmailDb db, AddressHashes hashes, CancellationToken cancellationToken)
    {
        var all = hashes.All(draft.Address);
        var found = await db.Suppressions.AsNoTracking().Where(s => all.Contains(s.AddressHash)).OrderBy(s => s.CreatedAt).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SuppressionView>>([.. found.Select(SuppressionView.Of)]);
    }

    private static Task<Created<SuppressionView>> AddAsync(
        AddressDraft draft, EmailDb db, SuppressionList list, AddressHashes hashes, IAudit audit, CancellationToken cancellationToken) =>
        db.InTransactionAsync(async token =>
        {
            var id = await list.AddAsync(hashes.Of(draft.Address), null, SuppressionReason.Manual, token);
            audit.Record("mail.suppressed", $"suppression:{id}");
            await db.SaveChangesAsync(token);
            return TypedResults.Created($"/email/suppressions/{id}", SuppressionView.Of(await db.Suppressions.AsNoTracking().SingleAsync(s => s.Id == id, token)));
        }, cancellationToken: cancellationToken);

    private static Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, EmailDb db, IAudit audit, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound>>(async token =>
        {
            if (await db.Suppressions.Where(s => s.Id == id).ExecuteDeleteAsync(token) == 0)
                return TypedResults.NotFound();
            audit.Record("mail.unsuppressed", $"suppression:{id}");
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
}

/// <summary>An address somebody asks about.</summary>
internal sealed record AddressDraft([property: Personal, Example("ada@example.com")] string Address);

internal sealed class AddressDraftRules : AbstractValidator<AddressDraft>
{
    private const int LongestAddress = 254;

    public AddressDraftRules() => RuleFor(d => d.Address).Text(LongestAddress).OneLine().EmailAddress().WithMessage("must be an e-mail address");
}

/// <summary>A suppressed address.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Address">A hash of the address.</param>
/// <param name="Reason">Why.</param>
/// <param name="CreatedAt">Since when, UTC.</param>
internal sealed record SuppressionView(Guid Id, string Address, SuppressionReason Reason, DateTimeOffset CreatedAt)
{
    private const int HashBytes = 8;

    public static SuppressionView Of(Suppression suppression) =>
        new(suppression.Id, Convert.ToHexStringLower(suppression.AddressHash.AsSpan(0, HashBytes)), suppression.Reason, suppression.CreatedAt);
}
