namespace Streamix.Media.Drm.Pssh;

/// <summary>Protection systems (dashif.org/identifiers/content_protection).</summary>
internal static class SystemIds
{
    /// <summary>The common system of W3C, which Clear Key uses.</summary>
    public static readonly Guid Common = new("1077efec-c0b2-4d02-ace3-3c1e52e2fb4b");

    public static readonly Guid Widevine = new("edef8ba9-79d6-4ace-a3c8-27dcd51d21ed");

    public static readonly Guid PlayReady = new("9a04f079-9840-4286-ab92-e65be0885f95");

    public static readonly Guid FairPlay = new("94ce86fb-07ff-4f43-adb8-93d2fa968ca2");

    /// <summary>Null for a system we do not know.</summary>
    public static Guid? Named(string name) => name switch
    {
        "widevine" => Widevine,
        "playready" => PlayReady,
        "fairplay" => FairPlay,
        _ => null,
    };
}
