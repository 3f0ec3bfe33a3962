namespace Streamix.Infra.Gateway.Sessions;

/// <summary>How long the session service's word on one session is good, and the question that is on its way.</summary>
internal sealed class Standing
{
    private readonly Lock _gate = new();
    private long _goodUntil;
    private long _askedAt;
    private Task<string?>? _asking;

    /// <summary>The session service has confirmed it once.</summary>
    public bool IsKnown => Volatile.Read(ref _goodUntil) > 0;

    public bool IsGood(DateTimeOffset now) => now.UtcTicks < Volatile.Read(ref _goodUntil);

    /// <summary>The last word was asked for within this time.</summary>
    public bool IsRecent(DateTimeOffset now, TimeSpan within) => now.UtcTicks - Volatile.Read(ref _askedAt) < within.Ticks;

    public void Keep(DateTimeOffset askedAt, DateTimeOffset until)
    {
        Volatile.Write(ref _askedAt, askedAt.UtcTicks);
        Volatile.Write(ref _goodUntil, until.UtcTicks);
    }

    /// <summary>Many requests of one session make one question; one that came late finds it settled by the answer to another's.</summary>
    public Task<string?> AskAsync(Func<bool> isSettled, Func<Task<string?>> ask)
    {
        lock (_gate)
        {
            return _asking is { IsCompleted: false } ? _asking : isSettled() ? Task.FromResult<string?>(null) : _asking = ask();
        }
    }
}
