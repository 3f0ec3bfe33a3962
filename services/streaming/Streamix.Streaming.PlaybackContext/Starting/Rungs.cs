using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Keys;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Which renditions of a package a decision leaves.</summary>
internal static class Rungs
{
    public static IReadOnlyList<ExplainedRung> Explain(IReadOnlyList<VideoRendition> video, int mostLines, IReadOnlyCollection<string> tiers) =>
        [.. video.Select(v => Explain(v, Math.Min(v.Width, v.Height), mostLines, tiers))];

    /// <summary>Names, from the lowest to the highest.</summary>
    public static string[] Offered(IReadOnlyList<ExplainedRung> rungs) => [.. rungs.Where(r => r.Offered).Select(r => r.Name)];

    /// <summary>The tiers a licence is asked for: of what is offered, and of the sound.</summary>
    public static string[] Tiers(IReadOnlyList<ExplainedRung> rungs) =>
        [.. rungs.Where(r => r.Offered).Select(r => r.Tier).Prepend(KeyTiers.Audio).Distinct(StringComparer.Ordinal)];

    private static ExplainedRung Explain(VideoRendition v, int lines, int mostLines, IReadOnlyCollection<string> tiers)
    {
        var reason = lines > mostLines ? "quality" : !tiers.Contains(v.Tier, StringComparer.Ordinal) ? "tier" : null;
        return new(v.Name, lines, v.Tier, reason is null, reason);
    }
}
