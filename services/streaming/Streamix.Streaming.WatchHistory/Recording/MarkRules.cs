namespace Streamix.Streaming.WatchHistory.Recording;

/// <summary>What a player says, as it is believed.</summary>
internal static class MarkRules
{
    private static readonly DateTimeOffset Earliest = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="told">The player's clock; one that is ahead is set back, as it would win over everything for long.</param>
    /// <param name="now">Ours.</param>
    public static DateTimeOffset PlayedAt(DateTimeOffset told, DateTimeOffset now, TimeSpan ahead)
    {
        var utc = told.ToUniversalTime();
        var believed = utc > now + ahead ? now + ahead : utc < Earliest ? Earliest : utc;
        return believed.AddTicks(-(believed.Ticks % TimeSpan.TicksPerMicrosecond)); // as fine as the database keeps it
    }

    public static double Seconds(double told, double duration) => duration > 0 ? Math.Clamp(told, 0, duration) : Math.Max(0, told);

    /// <param name="creditsAt">0 when nobody knows.</param>
    public static bool IsCompleted(double seconds, double duration, double creditsAt, double share) =>
        duration > 0 && seconds >= (creditsAt > 0 && creditsAt <= duration ? creditsAt : duration * share);

    public static Mark Of(Told told, DateTimeOffset now, HistoryOptions options)
    {
        var duration = Math.Max(0, told.Duration);
        var (seconds, at) = (Seconds(told.Seconds, duration), PlayedAt(told.PlayedAt, now, options.Ahead));
        var completed = IsCompleted(seconds, duration, told.CreditsAt, options.CompletedShare);
        return new()
        {
            AccountId = told.AccountId,
            ProfileId = told.ProfileId,
            TitleId = told.TitleId,
            PlaybackId = told.PlaybackId,
            Seconds = seconds,
            Duration = duration,
            PlayedAt = at,
            Completed = completed,
            CompletedAt = completed ? at : null,
            FirstPlayedAt = at,
        };
    }

    /// <summary>One for each profile and title.</summary>
    public static IReadOnlyList<Mark> Joined(IEnumerable<Mark> marks) =>
        [.. marks.GroupBy(m => m.Key).Select(g => g.Aggregate(Mark.Join)).OrderBy(m => m.ProfileId).ThenBy(m => m.TitleId)];
}

/// <summary>A position as a player told it.</summary>
internal sealed record Told(
    Guid AccountId, Guid ProfileId, Guid TitleId, Guid PlaybackId, double Seconds, double Duration, double CreditsAt, DateTimeOffset PlayedAt);
