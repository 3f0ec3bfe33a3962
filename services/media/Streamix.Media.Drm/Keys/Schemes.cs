namespace Streamix.Media.Drm.Keys;

/// <summary>The protection schemes of ISO/IEC 23001-7 that packages are made with.</summary>
internal static class Schemes
{
    /// <summary>AES-CTR.</summary>
    public const string Cenc = "cenc";

    /// <summary>AES-CBC, a pattern of blocks.</summary>
    public const string Cbcs = "cbcs";

    public static bool IsKnown(string scheme) => scheme is Cenc or Cbcs;
}
