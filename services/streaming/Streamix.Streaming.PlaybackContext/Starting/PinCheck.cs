using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Checks a PIN that came with a start. Without one the session's token says that the profile was entered.</summary>
internal sealed class PinCheck(ProfilesClient profiles, TimeProvider time)
{
    /// <returns>The refusal of a wrong one; or when it was entered.</returns>
    public async Task<(IResult? Refusal, DateTimeOffset? EnteredAt)> CheckAsync(string pin, Viewer viewer, CancellationToken cancellationToken)
    {
        var entry = await profiles.EnterAsync(viewer.ProfileId, new ProfileEntry(viewer.AccountId, pin), cancellationToken);
        return entry.Outcome switch
        {
            ProfileEntryOutcomes.Entered => (null, time.GetUtcNow()),
            ProfileEntryOutcomes.PinWrong => (Wrong(entry), null),
            ProfileEntryOutcomes.PinLocked => (Problems.TooMany(TimeSpan.FromSeconds(entry.RetryAfterSeconds ?? 60)), null),
            ProfileEntryOutcomes.Unknown => (PlaybackProblems.Refused(RefusalCodes.NoProfile, "This profile is gone. Pick another one."), null),
            _ => (null, null),
        };
    }

    private static ProblemHttpResult Wrong(ProfileEntryAnswer entry) =>
        PlaybackProblems.With(PlaybackProblems.Refused(PlaybackProblems.PinWrong, "The PIN is wrong."), "attemptsLeft", entry.AttemptsLeft);
}
