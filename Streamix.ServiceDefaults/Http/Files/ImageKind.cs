namespace Streamix.ServiceDefaults.Http;

/// <summary>What a picture is by its first bytes; what its sender calls it does not count.</summary>
public static class ImageKind
{
    /// <summary>JPEG, PNG, WebP or GIF.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> file) => IsJpeg(file) || IsPng(file) || IsWebp(file) || IsGif(file);

    /// <summary>JPEG.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]);

    private static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);

    private static bool IsWebp(ReadOnlySpan<byte> file) => file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    private static bool IsGif(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);
}
