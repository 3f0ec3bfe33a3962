using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Preferences;

internal static class PreferencesApi
{
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        var preferences = app.MapProfileGroup("Preferences").MapGroup("/{id:guid}/preferences");
        preferences.MapGet("/", ReadAsync).WithName("ReadPreferences").WithSummary("How a profile likes to watch");
        preferences.MapPut("/", ReplaceAsync).WithName("ReplacePreferences").WithSummary("Replaces the preferences; what is absent gets its usual value");
    }

    private static async Task<Results<Versioned<ProfilePreferences>, NotFound>> ReadAsync(Guid id, ProfileDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.FindAsync(caller, id, cancellationToken) is { } profile ? Versioned.Ok(profile.Preferences, profile) : TypedResults.NotFound();

    private static async Task<Results<Versioned<ProfilePreferences>, NotFound, ProblemHttpResult>> ReplaceAsync(
        Guid id, IfMatch ifMatch, ProfilePreferences preferences, ProfileDb db, Roster roster, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is not { } seen)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(seen))
            return Problems.Stale();
        var changed = await roster.EditAsync(caller.AccountId, id, seen.Version, (profile, _, _) =>
        {
            profile.Prefer(preferences, time.GetUtcNow());
            return Task.CompletedTask;
        }, cancellationToken);
        return changed is null ? TypedResults.NotFound() : Versioned.Ok(changed.Preferences, changed);
    }
}
