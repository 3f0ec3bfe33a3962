namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>Why a file is refused. Stable: other services and people compare them.</summary>
internal static class RejectCodes
{
    public const string Empty = "empty";
    public const string NotMedia = "not-media";
    public const string NoVideo = "no-video";
    public const string Damaged = "damaged";
    public const string TooShort = "too-short";
    public const string TooLong = "too-long";
    public const string TooSmallFrame = "too-small-frame";
    public const string TooLargeFrame = "too-large-frame";
    public const string Protected = "protected";
    public const string UnsupportedContainer = "unsupported-container";
    public const string UnsupportedCodec = "unsupported-codec";
    public const string Hostile = "hostile";
    public const string BadText = "bad-text";
}
