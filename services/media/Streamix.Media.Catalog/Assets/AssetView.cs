using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Catalog.Assets;

/// <summary>A file for a title and what became of it.</summary>
/// <param name="Id">The asset.</param>
/// <param name="TitleId">Its title.</param>
/// <param name="Kind"><c>feature</c> or <c>trailer</c>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Plays">The title shows this one.</param>
/// <param name="FileName">As its owner calls it.</param>
/// <param name="Bytes">Of the source.</param>
/// <param name="Protected">Whether its renditions are encrypted.</param>
/// <param name="Priority">0 to 9.</param>
/// <param name="Markers">Intro, recap, credits and chapters.</param>
/// <param name="Texts">Caption files beside it.</param>
/// <param name="Progress">The latest report of the transcoder.</param>
/// <param name="Code">Why nothing came of it, for apps.</param>
/// <param name="Reason">Why nothing came of it, for people.</param>
/// <param name="Package">What plays.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UploadedAt">UTC; when the source was whole.</param>
/// <param name="PackagedAt">UTC; when the package was.</param>
/// <param name="RemovedAt">UTC.</param>
internal sealed record AssetView(
    Guid Id, Guid TitleId, string Kind, AssetState State, bool Plays, string FileName, long Bytes, bool Protected, int Priority,
    IReadOnlyList<Marker> Markers, IReadOnlyList<TextView> Texts, AssetProgress? Progress, string? Code, string? Reason, MediaPackage? Package,
    DateTimeOffset CreatedAt, DateTimeOffset? UploadedAt, DateTimeOffset? PackagedAt, DateTimeOffset? RemovedAt)
{
    public static AssetView Of(Asset asset, bool plays, IEnumerable<AssetText> texts) => new(
        asset.Id, asset.TitleId, asset.Kind, asset.State, plays, asset.FileName, asset.Bytes, asset.Protected, asset.Priority,
        asset.Markers, [.. texts.Select(TextView.Of)], asset.Progress, asset.Code, asset.Reason, asset.Package,
        asset.CreatedAt, asset.UploadedAt, asset.PackagedAt, asset.RemovedAt);
}

/// <summary>A caption file.</summary>
/// <param name="Id">The file.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
/// <param name="Format"><c>vtt</c>, <c>srt</c> or <c>ass</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record TextView(Guid Id, string Language, string Kind, string Format, int Bytes, DateTimeOffset CreatedAt)
{
    public static TextView Of(AssetText text) => new(text.Id, text.Language, text.Kind, text.Format, text.Bytes, text.CreatedAt);
}
