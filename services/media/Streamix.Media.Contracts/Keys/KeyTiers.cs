namespace Streamix.Media.Contracts.Keys;

/// <summary>Quality tiers, each under a content key of its own, so that a licence can stop at what the device may show.</summary>
public static class KeyTiers
{
    /// <summary>All audio.</summary>
    public const string Audio = "audio";

    /// <summary>Video up to 576 lines.</summary>
    public const string Sd = "sd";

    /// <summary>Video up to 1080 lines.</summary>
    public const string Hd = "hd";

    /// <summary>Video above 1080 lines.</summary>
    public const string Uhd = "uhd";

    /// <summary>The tier of a rendition, by the smaller side of its frame in pixels.</summary>
    public static string OfLines(int lines) => lines <= 576 ? Sd : lines <= 1080 ? Hd : Uhd;
}
