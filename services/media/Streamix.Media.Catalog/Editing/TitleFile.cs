using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Editing;

/// <summary>A title as editors see it.</summary>
/// <param name="Revision">Grows with each change.</param>
/// <param name="AssetId">What plays.</param>
/// <param name="AwaitedAssetId">What is being worked on.</param>
/// <param name="PublishAt">When it opens, while scheduled.</param>
/// <param name="PublishedAt">Since when it is open.</param>
internal sealed record TitleFile(
    Guid Id, string Kind, Guid? ParentId, Guid? SeriesId, string State, long Revision, TitleContent Content, Guid? AssetId, PackageFacts? Package, Guid? AwaitedAssetId,
    DateTimeOffset? PublishAt, DateTimeOffset? FirstPublishedAt, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static TitleFile Of(Title t) =>
        new(t.Id, t.Kind, t.ParentId, t.SeriesId, t.State.Name(), t.Revision, TitleContents.Of(t), t.AssetId, PackageFacts.Of(t.Package), t.AwaitedAssetId,
            t.PublishAt, t.FirstPublishedAt, t.PublishedAt, t.CreatedAt, t.UpdatedAt);
}

/// <summary>A title in a list of editors.</summary>
internal sealed record TitleLine(
    Guid Id, string Kind, Guid? ParentId, Guid? SeriesId, int? Number, string State, long Revision, string Slug, string OriginalTitle, string? Format, int? Year, bool Plays,
    DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, DateTimeOffset UpdatedAt)
{
    public static TitleLine Of(Title t) =>
        new(t.Id, t.Kind, t.ParentId, t.SeriesId, t.Number, t.State.Name(), t.Revision, t.Slug, t.OriginalTitle, t.Format, t.Year == 0 ? null : t.Year, t.Package is not null,
            t.PublishAt, t.PublishedAt, t.UpdatedAt);
}
