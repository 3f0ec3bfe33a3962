using System.Buffers.Text;

namespace Streamix.Media.Drm.Keys;

/// <summary>Key ids in their written forms. Boxes and licences have the bytes in the order in which a UUID is written.</summary>
internal static class KeyId
{
    public const int Length = 16;

    private const int TextLength = 22;

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Read(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    /// <summary>Base64url without padding, as Clear Key writes it.</summary>
    public static string Text(Guid id) => Base64Url.EncodeToString(Bytes(id));

    /// <summary>False for what is no base64url of 16 bytes, padded text included.</summary>
    public static bool TryReadText(string? text, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var read = text is { Length: TextLength } && !text.Contains('=', StringComparison.Ordinal) && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == Length;
        id = read ? Read(bytes) : Guid.Empty;
        return read;
    }

    /// <summary>32 hexadecimal digits, with or without dashes.</summary>
    public static bool TryReadHex(string text, out Guid id) => Guid.TryParseExact(text, "n", out id) || Guid.TryParseExact(text, "d", out id);
}
