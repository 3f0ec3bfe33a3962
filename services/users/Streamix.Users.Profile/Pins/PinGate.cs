using Microsoft.EntityFrameworkCore;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Pins;

/// <summary>
/// Looks at PINs. An attempt is counted before it is looked at, in a statement of its own, so that neither many at once
/// nor a crash in between gives anybody attempts for nothing. Never call it inside a transaction that may be rolled back.
/// </summary>
internal sealed partial class PinGate(ProfileDb db, PinHasher hasher, TimeProvider time, ILogger<PinGate> logger)
{
    public async Task<PinVerdict> CheckAsync(Guid profileId, string? pin, CancellationToken cancellationToken)
    {
        while (true)
        {
            var kept = await db.Pins.AsNoTracking().SingleOrDefaultAsync(p => p.ProfileId == profileId, cancellationToken);
            if (kept is null)
                return new(PinOutcome.Passed);

            var now = time.GetUtcNow();
            if (kept.LockedUntil > now)
                return new(PinOutcome.Locked, RetryAfter: kept.LockedUntil - now);
            if (pin is null)
                return new(PinOutcome.Required);
            if (await CountAsync(kept, now, cancellationToken))
                return hasher.IsRight(kept, pin) ? await PassAsync(kept, cancellationToken) : Refuse(profileId, kept.Failures + 1);
        }
    }

    /// <summary>False when another attempt came in between.</summary>
    private async Task<bool> CountAsync(ProfilePin kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failures = kept.Failures + 1;
        var until = now + PinBackoff.After(failures);
        return await db.Pins.Where(p => p.ProfileId == kept.ProfileId && p.SetAt == kept.SetAt && p.Failures == kept.Failures && (p.LockedUntil == null || p.LockedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, failures).SetProperty(p => p.LockedUntil, until), cancellationToken) > 0;
    }

    private async Task<PinVerdict> PassAsync(ProfilePin kept, CancellationToken cancellationToken)
    {
        await db.Pins.Where(p => p.ProfileId == kept.ProfileId && p.SetAt == kept.SetAt)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, 0).SetProperty(p => p.LockedUntil, (DateTimeOffset?)null), cancellationToken);
        return new(PinOutcome.Passed);
    }

    private PinVerdict Refuse(Guid profileId, int failures)
    {
        var rest = PinBackoff.After(failures);
        if (rest is { } length)
            Log.Resting(logger, profileId, failures, length);
        return new(PinOutcome.Wrong, PinBackoff.Left(failures), rest);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Profile {ProfileId} rests for {Rest} after {Failures} wrong attempts")]
        public static partial void Resting(ILogger logger, Guid profileId, int failures, TimeSpan rest);
    }
}
