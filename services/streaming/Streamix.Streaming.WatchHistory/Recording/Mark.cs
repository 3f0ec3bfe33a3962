namespace Streamix.Streaming.WatchHistory.Recording;

/// <summary>
/// What is known of somebody and a title: where the player was last, by playback time, and what was ever reached. Two of them join into one, in
/// whatever order and however often, so that late, repeated and parallel messages all lead to the same history.
/// </summary>
internal sealed record Mark
{
    public required Guid AccountId { get; init; }

    public required Guid ProfileId { get; init; }

    public required Guid TitleId { get; init; }

    public required Guid PlaybackId { get; init; }

    /// <summary>From the start of the title.</summary>
    public required double Seconds { get; init; }

    /// <summary>Of the title, in seconds; 0 when nobody knows.</summary>
    public required double Duration { get; init; }

    /// <summary>When the player was there, UTC.</summary>
    public required DateTimeOffset PlayedAt { get; init; }

    /// <summary>That is within the credits, or nearly at the end.</summary>
    public required bool Completed { get; init; }

    /// <summary>The latest time it was, whatever came after.</summary>
    public required DateTimeOffset? CompletedAt { get; init; }

    public required DateTimeOffset FirstPlayedAt { get; init; }

    public (Guid, Guid) Key => (ProfileId, TitleId);

    /// <summary>The later of two wins; of two at the same time, the farther one.</summary>
    public static Mark Join(Mark one, Mark other) => (other.IsAfter(one) ? other : one) with
    {
        CompletedAt = Latest(one.CompletedAt, other.CompletedAt),
        FirstPlayedAt = one.FirstPlayedAt < other.FirstPlayedAt ? one.FirstPlayedAt : other.FirstPlayedAt,
    };

    private bool IsAfter(Mark other) => PlayedAt.CompareTo(other.PlayedAt) switch
    {
        0 => Seconds > other.Seconds,
        var order => order > 0,
    };

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
