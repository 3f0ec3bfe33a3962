using Streamix.Media.Contracts.Keys;

namespace Streamix.Media.Drm.Cpix;

/// <summary>Tiers as usage rules and back. Pixels are those of 16:9 frames with the tier's most lines.</summary>
internal static class TrackRules
{
    private const long MostSd = 1024 * 576;
    private const long MostHd = 1920 * 1080;

    public static CpixRule Of(Guid keyId, string tier) => tier switch
    {
        KeyTiers.Audio => new(keyId, "AUDIO", Audio: true, Video: false),
        KeyTiers.Sd => new(keyId, "SD", Audio: false, Video: true, MaxPixels: MostSd),
        KeyTiers.Hd => new(keyId, "HD", Audio: false, Video: true, MostSd + 1, MostHd),
        _ => new(keyId, "UHD", Audio: false, Video: true, MostHd + 1),
    };

    /// <summary>The tier a rule means: by its name, else by its filters; null when it means several.</summary>
    public static string? TierOf(CpixRule rule) => rule.TrackType.ToUpperInvariant() switch
    {
        "AUDIO" => KeyTiers.Audio,
        "SD" => KeyTiers.Sd,
        "HD" => KeyTiers.Hd,
        "UHD" => KeyTiers.Uhd,
        _ => ByFilters(rule),
    };

    private static string? ByFilters(CpixRule rule) => rule switch
    {
        { Audio: true, Video: false } => KeyTiers.Audio,
        { Audio: true } or { Video: false } => null,
        { MaxPixels: <= MostSd } => KeyTiers.Sd,
        { MinPixels: > MostSd, MaxPixels: <= MostHd } => KeyTiers.Hd,
        { MinPixels: > MostHd } => KeyTiers.Uhd,
        _ => null,
    };
}
