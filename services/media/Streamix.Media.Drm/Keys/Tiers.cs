using Streamix.Media.Contracts.Keys;

namespace Streamix.Media.Drm.Keys;

/// <summary>The tiers in the order of what they show.</summary>
internal static class Tiers
{
    public static readonly string[] All = [KeyTiers.Audio, KeyTiers.Sd, KeyTiers.Hd, KeyTiers.Uhd];

    public static bool IsKnown(string tier) => All.Contains(tier, StringComparer.Ordinal);
}
