using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Catalog.Titles;

/// <summary>What plays, without where it lies.</summary>
/// <param name="Duration">Seconds.</param>
/// <param name="Quality">Of the best rendition: <c>sd</c>, <c>hd</c> or <c>uhd</c>.</param>
/// <param name="Renditions">From the lowest to the highest.</param>
/// <param name="AudioLanguages">BCP 47.</param>
/// <param name="CaptionLanguages">BCP 47.</param>
/// <param name="Surround">One audio track at least has more than two channels.</param>
/// <param name="Protected">It is encrypted.</param>
/// <param name="Markers">Intro, credits, chapters.</param>
internal sealed record PackageFacts(
    double Duration, string Quality, IReadOnlyList<string> Renditions, IReadOnlyList<string> AudioLanguages, IReadOnlyList<string> CaptionLanguages, bool Surround, bool Protected,
    IReadOnlyList<Marker> Markers)
{
    private const string Unknown = "und";

    public static PackageFacts? Of(MediaPackage? p) => p is null ? null : new(
        p.Duration, p.Video.Count > 0 ? p.Video[^1].Tier : "", [.. p.Video.Select(v => v.Name)], Known(p.Audio.Select(a => a.Language)), Known(p.Texts.Select(t => t.Language)),
        p.Audio.Any(a => a.Channels > 2), p.Protection is not null, p.Markers);

    private static IReadOnlyList<string> Known(IEnumerable<string> languages) => [.. languages.Where(l => l != Unknown).Distinct(StringComparer.Ordinal)];
}
