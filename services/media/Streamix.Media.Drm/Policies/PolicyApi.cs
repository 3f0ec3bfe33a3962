using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Policies;

/// <summary>Policies are data: a change holds for the next licence.</summary>
internal static class PolicyApi
{
    private const string Route = "/drm/policies";
    private const int LargestBody = 4096;
    private static readonly Order<LicencePolicy> NewestFirst = Order.Descending((LicencePolicy p) => p.CreatedAt).ThenDescending(p => p.Id);

    public static void MapPolicies(this IEndpointRouteBuilder app)
    {
        var policies = app.MapGroup(Route).WithTags("Licence policies").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        policies.MapGet("/", ListAsync).WithName("ListLicencePolicies").WithSummary("Licence policies, newest first; those of one asset or one tier");
        policies.MapPost("/", CreateAsync).WithName("CreateLicencePolicy").WithSummary("A policy for a tier, everywhere or for one asset").WithIdempotency<DrmDb>();
        policies.MapGet("/{id:guid}", ReadAsync).WithName("ReadLicencePolicy").WithSummary("A policy");
        policies.MapPut("/{id:guid}", ChangeAsync).WithName("ChangeLicencePolicy").WithSummary("Other terms, from the next licence on");
        policies.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveLicencePolicy").WithSummary("Back to what holds without it");
    }

    private static async Task<Ok<Page<PolicyView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] PolicyFilter filter, DrmDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Policies.AsNoTracking()
            .Where(p => (filter.AssetId == null || p.AssetId == filter.AssetId) && (filter.Tier == null || p.Tier == filter.Tier))
            .ToPageAsync(page, NewestFirst, PolicyView.Of, cancellationToken));

    private static async Task<Created<PolicyView>> CreateAsync(
        PolicyDraft draft, DrmDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var policy = new LicencePolicy(Guid.CreateVersion7(now), draft.AssetId, draft.Tier, draft.ToTerms(), now);
        db.Policies.Add(policy);
        audit.Record("licence-policy.created", Target(policy.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "There is a policy for this tier already.");
        }

        return TypedResults.Created($"{Route}/{policy.Id}", PolicyView.Of(policy));
    }

    private static async Task<Results<Versioned<PolicyView>, NotFound>> ReadAsync(Guid id, DrmDb db, CancellationToken cancellationToken) =>
        await db.Policies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } policy
            ? Versioned.Ok(PolicyView.Of(policy), policy)
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<PolicyView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, IfMatch ifMatch, TermsDraft draft, DrmDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Policies.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } policy)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(policy))
            return Problems.Stale();
        policy.Take(draft.ToTerms(), time.GetUtcNow());
        audit.Record("licence-policy.changed", Target(id), null, "terms");
        await db.SaveChangesAsync(cancellationToken);
        return Versioned.Ok(PolicyView.Of(policy), policy);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, DrmDb db, IAudit audit, CancellationToken cancellationToken)
    {
        if (await db.Policies.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } policy)
            return TypedResults.NotFound();
        db.Policies.Remove(policy);
        audit.Record("licence-policy.removed", Target(id));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static string Target(Guid id) => $"licence-policy:{id}";
}

/// <summary>Which policies.</summary>
internal sealed record PolicyFilter(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid? AssetId = null,
    [property: Example("uhd")] string? Tier = null);
