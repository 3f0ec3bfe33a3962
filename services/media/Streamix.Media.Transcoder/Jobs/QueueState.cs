namespace Streamix.Media.Transcoder.Jobs;

/// <summary>The one row about the queue as a whole.</summary>
internal sealed class QueueState
{
    public const int Only = 1;

    private QueueState()
    {
    }

    public int Id { get; private set; }

    /// <summary>Nothing new is begun; what runs is finished.</summary>
    public bool Paused { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>When the whole bucket was last compared with the jobs.</summary>
    public DateTimeOffset? ComparedAt { get; private set; }

    public bool Pause(DateTimeOffset now)
    {
        if (Paused)
            return false;
        (Paused, PausedAt) = (true, now);
        return true;
    }

    public bool Resume()
    {
        if (!Paused)
            return false;
        (Paused, PausedAt) = (false, null);
        return true;
    }
}
