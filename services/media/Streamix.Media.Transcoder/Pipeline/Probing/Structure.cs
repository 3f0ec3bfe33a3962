using System.Buffers.Binary;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>What ffprobe does not tell of containers.</summary>
internal static class Structure
{
    private const int MostIndex = 64 * 1024 * 1024;
    private const int MostBoxes = 10_000;

    /// <summary>A RIFF file says in its head how long it is.</summary>
    public static async Task<bool> IsCutOffAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var head = new byte[12];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length || !head.AsSpan(0, 4).SequenceEqual("RIFF"u8)) return false;
        return BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) is var told && told is not (0 or uint.MaxValue) && told + 8L > stream.Length;
    }

    /// <summary>Whether the index of an ISO file describes encrypted tracks.</summary>
    public static async Task<bool> IsProtectedAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return await FindIndexAsync(stream, cancellationToken) is { } index && Has(index, "sinf"u8) && (Has(index, "encv"u8) || Has(index, "enca"u8) || Has(index, "drmi"u8) || Has(index, "drms"u8));
    }

    private static bool Has(byte[] index, ReadOnlySpan<byte> box) => index.AsSpan().IndexOf(box) >= 0;

    private static async Task<byte[]?> FindIndexAsync(FileStream stream, CancellationToken cancellationToken)
    {
        var head = new byte[16];
        for (var (at, boxes) = (0L, 0); at + 8 <= stream.Length && boxes < MostBoxes; boxes++)
        {
            stream.Position = at;
            var read = await stream.ReadAtLeastAsync(head, 16, throwOnEndOfStream: false, cancellationToken);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (size == 1 && read == 16) size = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
            if (size == 0) size = stream.Length - at;
            if (size < 8 || size > stream.Length - at) return null;
            if (head.AsSpan(4, 4).SequenceEqual("moov"u8) && size <= MostIndex)
            {
                var index = new byte[size];
                stream.Position = at;
                await stream.ReadExactlyAsync(index, cancellationToken);
                return index;
            }

            at += size;
        }

        return null;
    }
}
