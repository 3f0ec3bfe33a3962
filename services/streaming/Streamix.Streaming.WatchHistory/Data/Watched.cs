namespace Streamix.Streaming.WatchHistory.Data;

/// <summary>Where a profile was in a title last, by playback time.</summary>
internal sealed class Watched
{
    public Guid ProfileId { get; init; }

    public Guid TitleId { get; init; }

    public Guid AccountId { get; init; }

    public Guid PlaybackId { get; init; }

    /// <summary>From the start.</summary>
    public double Seconds { get; init; }

    /// <summary>Of the title, in seconds; 0 when nobody knows.</summary>
    public double Duration { get; init; }

    public DateTimeOffset PlayedAt { get; init; }

    /// <summary>There the credits run, or it is nearly over.</summary>
    public bool Completed { get; init; }

    /// <summary>The latest time it was watched to its end; stays when it is watched again.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The write that made it completed, which alone tells of it.</summary>
    public Guid? CompletedBy { get; init; }

    public DateTimeOffset FirstPlayedAt { get; init; }

    /// <summary>Not offered to go on with until it is played again.</summary>
    public DateTimeOffset? HiddenAt { get; init; }
}

/// <summary>What was played until then is forgotten, also what arrives later.</summary>
internal sealed class Clearing
{
    /// <summary>In the place of a title: all of them.</summary>
    public static readonly Guid Everything = Guid.Empty;

    public Guid ProfileId { get; init; }

    public Guid TitleId { get; init; }

    public Guid AccountId { get; init; }

    public DateTimeOffset ClearedAt { get; init; }
}
