using System.Linq.Expressions;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>What lists read of a title: all but its package and what others call it.</summary>
internal sealed class TitleRow
{
    public static readonly Expression<Func<Title, TitleRow>> Of = t => new TitleRow
    {
        Id = t.Id, Kind = t.Kind, ParentId = t.ParentId, SeriesId = t.SeriesId, Number = t.Number, Slug = t.Slug, Format = t.Format,
        OriginalTitle = t.OriginalTitle, OriginalLanguage = t.OriginalLanguage, SortTitle = t.SortTitle, ReleasedOn = t.ReleasedOn, Year = t.Year,
        RuntimeSeconds = t.RuntimeSeconds, Duration = t.Duration, Genres = t.Genres, Tags = t.Tags, Promotion = t.Promotion, Revision = t.Revision,
        PublishedAt = t.PublishedAt!.Value, Texts = t.Texts, Ratings = t.Ratings, Windows = t.Windows,
    };

    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public Guid? ParentId { get; init; }

    public Guid? SeriesId { get; init; }

    public int? Number { get; init; }

    public string Slug { get; init; } = "";

    public string? Format { get; init; }

    public string OriginalTitle { get; init; } = "";

    public string OriginalLanguage { get; init; } = "";

    public string SortTitle { get; init; } = "";

    public DateOnly? ReleasedOn { get; init; }

    public int Year { get; init; }

    public int? RuntimeSeconds { get; init; }

    public double? Duration { get; init; }

    public List<string> Genres { get; init; } = [];

    public List<string> Tags { get; init; } = [];

    public int Promotion { get; init; }

    public long Revision { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public List<TitleText> Texts { get; init; } = [];

    public List<TitleRating> Ratings { get; init; } = [];

    public List<TitleWindow> Windows { get; init; } = [];
}
