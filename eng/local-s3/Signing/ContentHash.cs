namespace Streamix.LocalS3.Signing;

/// <summary>Values of <c>x-amz-content-sha256</c> other than a plain hash.</summary>
internal static class ContentHash
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";
    public const string Streaming = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    public const string StreamingTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    public const string StreamingUnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    public static bool IsChunked(string value) => value is Streaming or StreamingTrailer or StreamingUnsignedTrailer;

    public static bool HasTrailer(string value) => value is StreamingTrailer or StreamingUnsignedTrailer;

    public static bool SignsChunks(string value) => value is Streaming or StreamingTrailer;

    public static bool IsHash(string value) => value.Length == 64 && value.All(char.IsAsciiHexDigit);

    public static bool IsValid(string value) => value == Unsigned || IsChunked(value) || IsHash(value);
}
