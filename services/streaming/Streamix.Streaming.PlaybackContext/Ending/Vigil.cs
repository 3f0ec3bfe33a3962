namespace Streamix.Streaming.PlaybackContext.Ending;

/// <summary>Since when somebody looks without a gap. Who could not hear cannot say that others were silent.</summary>
internal sealed class Vigil(TimeSpan longestGap)
{
    private readonly Lock _writing = new();
    private DateTimeOffset? _since;
    private DateTimeOffset _last;

    /// <summary>A look; how long there has been none that failed, and no gap.</summary>
    public TimeSpan Look(DateTimeOffset now)
    {
        lock (_writing)
        {
            if (_since is null || now - _last > longestGap)
                _since = now;
            _last = now;
            return now - _since.Value;
        }
    }

    /// <summary>The look failed.</summary>
    public void Break()
    {
        lock (_writing)
            _since = null;
    }
}
