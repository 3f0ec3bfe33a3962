using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.Users.Contracts.Profiles;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Pins;

/// <summary>Session asks here whether an account may go on as one of its profiles, and whoever starts playbacks when the PIN is asked for again.</summary>
internal static class EntriesApi
{
    private static readonly string[] Asking = ["auth-session", "streaming-playback-context"];

    public static void MapEntries(this IEndpointRouteBuilder app) =>
        app.MapInternal("profiles/{id:guid}/entries").WithTags("Entries").RequireService(Asking)
            .MapPost("/", EnterAsync).WithName("EnterProfile").WithSummary("Checks ownership and PIN of a profile");

    private static async Task<Ok<ProfileEntryAnswer>> EnterAsync(Guid id, ProfileEntry entry, ProfileDb db, PinGate pins, CancellationToken cancellationToken)
    {
        var profile = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == entry.AccountId && p.Id == id, cancellationToken);
        return TypedResults.Ok(profile is null
            ? new(ProfileEntryOutcomes.Unknown, Kids: true, Maturity.Least, null, null)
            : Answer(profile, await pins.CheckAsync(id, entry.Pin, cancellationToken)));
    }

    private static ProfileEntryAnswer Answer(UserProfile profile, PinVerdict verdict) => new(
        verdict.Outcome switch
        {
            PinOutcome.Passed => ProfileEntryOutcomes.Entered,
            PinOutcome.Required => ProfileEntryOutcomes.PinRequired,
            PinOutcome.Wrong => ProfileEntryOutcomes.PinWrong,
            _ => ProfileEntryOutcomes.PinLocked,
        },
        profile.Kids,
        profile.Maturity,
        verdict.AttemptsLeft,
        verdict.RetryAfter is { } rest ? (int)Math.Ceiling(rest.TotalSeconds) : null);
}
