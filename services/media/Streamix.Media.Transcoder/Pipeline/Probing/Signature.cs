namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>What a file's first bytes say it is.</summary>
internal enum Signature
{
    Unknown,
    Media,
    Pointer,
    Archive,
    Picture,
    Document,
}

/// <summary>Reads the first bytes.</summary>
internal static class Signatures
{
    private const int TransportPacket = 188;

    public static async Task<Signature> OfAsync(string file, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        await using var stream = File.OpenRead(file);
        var count = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return Of(head.AsSpan(0, count));
    }

    public static Signature Of(ReadOnlySpan<byte> head)
    {
        if (IsMedia(head)) return Signature.Media;
        if (head.StartsWith("PK"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("7z\xBC"u8) || head.StartsWith("Rar!"u8) || head.StartsWith("BZh"u8))
            return Signature.Archive;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8) || head.StartsWith("BM"u8))
            return Signature.Picture;
        if (head.StartsWith("%PDF"u8) || head.StartsWith("MZ"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])) return Signature.Document;
        return IsPointer(head) ? Signature.Pointer : Signature.Unknown;
    }

    private static bool IsMedia(ReadOnlySpan<byte> head) =>
        head.Length > 12 && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8) || head[4..8].SequenceEqual("wide"u8)
            || head[4..8].SequenceEqual("free"u8) || (head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("AVI "u8)))
        || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        || head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75])
        || head.StartsWith((ReadOnlySpan<byte>)[0x06, 0x0E, 0x2B, 0x34])
        || head.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x01, 0xBA])
        || head.StartsWith("OggS"u8)
        || head.StartsWith("FLV"u8)
        || (head.Length > 2 * TransportPacket && head[0] == 0x47 && head[TransportPacket] == 0x47 && head[2 * TransportPacket] == 0x47);

    /// <summary>Playlists, manifests and scripts: text that names other files.</summary>
    private static bool IsPointer(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetString(head[..Math.Min(head.Length, 512)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith("#EXTM3U", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("ffconcat", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<MPD", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("[playlist]", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("v=0", StringComparison.Ordinal)
            || text.StartsWith("file ", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("RTSPtext", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("#!", StringComparison.Ordinal);
    }
}
