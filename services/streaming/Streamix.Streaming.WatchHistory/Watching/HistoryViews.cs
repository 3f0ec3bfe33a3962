using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Facts;

namespace Streamix.Streaming.WatchHistory.Watching;

/// <summary>Something to go on with.</summary>
/// <param name="TitleId">The movie or episode to play.</param>
/// <param name="Kind"><c>movie</c> or <c>episode</c>; null when nobody knows at the moment.</param>
/// <param name="SeriesId">Of an episode.</param>
/// <param name="SeasonNumber">Of an episode.</param>
/// <param name="Number">Of an episode within its season.</param>
/// <param name="Position">Seconds from the start.</param>
/// <param name="Duration">Seconds; 0 when nobody knows.</param>
/// <param name="PlayedAt">UTC; when it, or the episode before it, was played last.</param>
/// <param name="Reason"><c>resume</c>: it was begun; <c>next</c>: the one before it was completed.</param>
internal sealed record ContinueView(
    Guid TitleId, string? Kind, Guid? SeriesId, int? SeasonNumber, int? Number, double Position, double Duration, DateTimeOffset PlayedAt, string Reason)
{
    public const string Next = "next";

    public static ContinueView Resume(Watched w, TitleFacts? facts) =>
        new(w.TitleId, facts?.Kind, facts?.SeriesId, facts?.SeasonNumber, facts?.Number, w.Seconds, w.Duration, w.PlayedAt, "resume");
}

/// <summary>Something that was watched.</summary>
/// <param name="TitleId">The movie or episode.</param>
/// <param name="SeriesId">Of an episode.</param>
/// <param name="SeasonNumber">Of an episode.</param>
/// <param name="Number">Of an episode within its season.</param>
/// <param name="Position">Seconds from the start, where it was left.</param>
/// <param name="Duration">Seconds; 0 when nobody knows.</param>
/// <param name="Completed">It was left in the credits or nearly at the end.</param>
/// <param name="CompletedAt">UTC; the latest time it was watched to its end.</param>
/// <param name="FirstPlayedAt">UTC.</param>
/// <param name="PlayedAt">UTC.</param>
/// <param name="Hidden">Not offered to go on with.</param>
internal sealed record WatchedView(
    Guid TitleId, Guid? SeriesId, int? SeasonNumber, int? Number, double Position, double Duration, bool Completed, DateTimeOffset? CompletedAt, DateTimeOffset FirstPlayedAt,
    DateTimeOffset PlayedAt, bool Hidden)
{
    public static WatchedView Of(Watched w, TitleFacts? facts) => new(
        w.TitleId, facts?.SeriesId, facts?.SeasonNumber, facts?.Number, w.Seconds, w.Duration, w.Completed, w.CompletedAt, w.FirstPlayedAt, w.PlayedAt, w.HiddenAt >= w.PlayedAt);
}
