namespace Streamix.Auth.Session.Keys;

/// <summary>When keys come and go. Pure: every replica decides alike.</summary>
internal sealed record KeySchedule(TimeSpan Period, TimeSpan Announce, TimeSpan Retention)
{
    public static KeySchedule Of(KeyOptions options) => new(options.Period, options.Announce, options.Retention);

    /// <summary>When a key that has to be made now will begin to sign; null when none has to be made.</summary>
    /// <param name="latest">Activation of the latest key, if there is any.</param>
    /// <param name="now">UTC.</param>
    public DateTimeOffset? NextActivation(DateTimeOffset? latest, DateTimeOffset now) => latest switch
    {
        null => now,
        { } at when at > now => null,
        { } at when at + Period - Announce <= now => Later(at + Period, now + Announce),
        _ => null,
    };

    /// <summary>No token signed by a key can be alive once its successor has signed for this long.</summary>
    public bool IsDead(DateTimeOffset successorActivatesAt, DateTimeOffset now) => successorActivatesAt + Retention <= now;

    /// <summary>Until when a signature made by what was read at <paramref name="readAt"/> is sure to be verifiable, whatever was decided since.</summary>
    public DateTimeOffset VerifiableUntil(DateTimeOffset readAt) => readAt + Announce + Retention;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
