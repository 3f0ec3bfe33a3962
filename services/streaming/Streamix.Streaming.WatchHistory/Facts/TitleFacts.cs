using Streamix.Media.Contracts.Titles;

namespace Streamix.Streaming.WatchHistory.Facts;

/// <summary>What the catalog said of a title: enough to know what belongs together and what comes next.</summary>
internal sealed class TitleFacts
{
    /// <summary>In the place of a kind: there is nothing that plays.</summary>
    public const string Gone = "gone";

    public Guid TitleId { get; init; }

    public long Revision { get; init; }

    public bool Published { get; init; }

    public string Kind { get; init; } = "";

    public Guid? SeriesId { get; init; }

    public int? SeasonNumber { get; init; }

    public int? Number { get; init; }

    /// <summary>Seconds.</summary>
    public double Duration { get; init; }

    public Guid? NextTitleId { get; init; }

    /// <summary>Before it was asked for.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>When it was last heard that something is different.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public bool IsFresh(DateTimeOffset now, TimeSpan kept) => (ChangedAt is null || ChangedAt < ReadAt) && now - ReadAt < kept;

    public static TitleFacts Of(Guid titleId, PlayableTitle? title, DateTimeOffset readAt) => title is null
        ? new() { TitleId = titleId, Kind = Gone, ReadAt = readAt }
        : new()
        {
            TitleId = titleId,
            Revision = title.Revision,
            Published = title.Published,
            Kind = title.Kind,
            SeriesId = title.SeriesId,
            SeasonNumber = title.SeasonNumber,
            Number = title.Number,
            Duration = title.Package.Duration,
            NextTitleId = title.Next?.TitleId,
            ReadAt = readAt,
        };
}
