using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Households;
using Streamix.Users.Profile.Pins;

namespace Streamix.Users.Profile.Profiles;

internal static class ProfilesApi
{
    public const string Route = "/profiles";
    public const int LargestBody = 16 * 1024;
    private static readonly Order<UserProfile> AsArranged = Order.Ascending((UserProfile p) => p.Position).ThenAscending(p => p.Id);

    public static void MapProfiles(this IEndpointRouteBuilder app)
    {
        var profiles = app.MapProfileGroup("Profiles");
        profiles.MapGet("/", ListAsync).WithName("ListProfiles").WithSummary("The profiles of my account, as arranged");
        profiles.MapPost("/", CreateAsync).WithName("CreateProfile").WithSummary("Adds a profile; where there is one for children, after a fresh proof").WithIdempotency<ProfileDb>()
            .ProducesProblem(StatusCodes.Status409Conflict);
        profiles.MapPut("/order", ArrangeAsync).WithName("ArrangeProfiles").WithSummary("Puts the profiles in another order");
        profiles.MapGet("/{id:guid}", ReadAsync).WithName("ReadProfile").WithSummary("One of my profiles");
        profiles.MapPut("/{id:guid}", ChangeAsync).WithName("ChangeProfile")
            .WithSummary("Changes a profile. One with a PIN is allowed more with its PIN only")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
        profiles.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteProfile").WithSummary("Deletes a profile, but for the last one")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>The group that all routes of profiles belong to.</summary>
    public static RouteGroupBuilder MapProfileGroup(this IEndpointRouteBuilder app, string tag) =>
        app.MapGroup(Route).WithTags(tag).RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();

    private static async Task<Ok<Page<ProfileView>>> ListAsync([AsParameters] PageQuery page, ProfileDb db, Caller caller, AvatarLinks links, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Profiles.AsNoTracking().Where(p => p.AccountId == caller.AccountId).ToPageAsync(page, AsArranged, p => ProfileView.Of(p, links), cancellationToken));

    private static async Task<Results<Created<ProfileView>, Refusal>> CreateAsync(
        ProfileDraft draft, ProfileDb db, Roster roster, Guardian guardian, Caller caller, AvatarLinks links, CancellationToken cancellationToken)
    {
        if (await guardian.ManageAsync(cancellationToken) is { } refusal)
            return refusal;
        return await db.InTransactionAsync<Results<Created<ProfileView>, Refusal>>(async token =>
        {
            var household = await db.LockHouseholdAsync(caller.AccountId, token);
            if (household.IsClosed)
                return ProfileProblems.Closed();
            if (await roster.AddAsync(household, draft, isDefault: false, token) is not { } profile)
                return ProfileProblems.Full(roster.Limit);
            await db.SaveChangesAsync(token);
            return TypedResults.Created($"{Route}/{profile.Id}", ProfileView.Of(profile, links));
        }, cancellationToken: cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ArrangeAsync(ProfileOrder order, ProfileDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken) =>
        await db.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async token =>
        {
            await db.LockKnownHouseholdAsync(caller.AccountId, token);
            var mine = await db.Profiles.Where(p => p.AccountId == caller.AccountId).ToDictionaryAsync(p => p.Id, token);
            if (order.Profiles.Count != mine.Count || !order.Profiles.All(mine.ContainsKey))
                return Problems.Invalid("profiles", "must name each profile of the account once");
            for (var i = 0; i < order.Profiles.Count; i++)
                mine[order.Profiles[i]].MoveTo(i, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static async Task<Results<Versioned<ProfileView>, NotFound>> ReadAsync(Guid id, ProfileDb db, Caller caller, AvatarLinks links, CancellationToken cancellationToken) =>
        await db.FindAsync(caller, id, cancellationToken) is { } profile ? Versioned.Ok(ProfileView.Of(profile, links), profile) : TypedResults.NotFound();

    private static async Task<Results<Versioned<ProfileView>, NotFound, ProblemHttpResult, Refusal>> ChangeAsync(
        Guid id, IfMatch ifMatch, ProfileDraft draft, [FromHeader(Name = PinHeader.Name)] string? pin,
        ProfileDb db, Roster roster, Guardian guardian, Caller caller, AvatarLinks links, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is not { } seen)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(seen))
            return Problems.Stale();
        if (seen.IsRaisedBy(draft) && await guardian.RaiseAsync(seen, pin, cancellationToken) is { } refusal)
            return refusal;

        var changed = await roster.EditAsync(caller.AccountId, id, seen.Version, (profile, household, _) =>
        {
            profile.Change(household, draft, time.GetUtcNow());
            return Task.CompletedTask;
        }, cancellationToken);
        return changed is null ? TypedResults.NotFound() : Versioned.Ok(ProfileView.Of(changed, links), changed);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult, Refusal>> DeleteAsync(
        Guid id, [FromHeader(Name = PinHeader.Name)] string? pin, ProfileDb db, Roster roster, Guardian guardian, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is not { } seen)
            return TypedResults.NotFound();
        if (await guardian.RemoveAsync(seen, pin, cancellationToken) is { } refusal)
            return refusal;
        return await db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult, Refusal>>(async token =>
        {
            await db.LockKnownHouseholdAsync(caller.AccountId, token);
            var mine = await db.Profiles.Where(p => p.AccountId == caller.AccountId).ToListAsync(token);
            if (mine.Find(p => p.Id == id) is not { } profile)
                return TypedResults.NotFound();
            if (mine.Count == 1)
                return ProfileProblems.Last();
            if (profile.HasPin && !seen.HasPin)
                return Problems.Stale();
            await roster.RemoveAsync(profile, token);
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
    }
}
