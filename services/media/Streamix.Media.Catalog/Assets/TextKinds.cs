namespace Streamix.Media.Catalog.Assets;

/// <summary>What a caption file is for.</summary>
internal static class TextKinds
{
    /// <summary>Speech and sounds, for those who do not hear them.</summary>
    public const string Captions = "captions";

    /// <summary>Speech in another language.</summary>
    public const string Subtitles = "subtitles";

    /// <summary>Only what is foreign in the title itself.</summary>
    public const string Forced = "forced";

    public static readonly string[] All = [Captions, Subtitles, Forced];
}
