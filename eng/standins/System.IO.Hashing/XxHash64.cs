using System.Buffers.Binary;
using static System.IO.Hashing.Primes;
using static System.Numerics.BitOperations;

namespace System.IO.Hashing;

/// <summary>The XXH64 hash, one-shot. Not for cryptography.</summary>
public static class XxHash64
{
    /// <summary>The hash of the bytes, 8 bytes in big-endian order.</summary>
    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(source, seed: 0);
    }

    /// <summary>The hash of the bytes, 8 bytes in big-endian order.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> source, long seed = 0)
    {
        var hash = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(hash, HashToUInt64(source, seed));
        return hash;
    }

    /// <summary>The hash of the bytes as a number.</summary>
    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0)
    {
        var start = (ulong)seed;
        var rest = source;
        var hash = source.Length < 32 ? start + E64 : Stripes(ref rest, start);
        hash += (ulong)source.Length;
        for (; rest.Length >= 8; rest = rest[8..])
            hash = RotateLeft(hash ^ Round(0, Read64(rest)), 27) * A64 + D64;
        if (rest.Length >= 4)
        {
            hash = RotateLeft(hash ^ (Read32(rest) * A64), 23) * B64 + C64;
            rest = rest[4..];
        }

        foreach (var last in rest) hash = RotateLeft(hash ^ (last * E64), 11) * A64;
        return Avalanche64(hash);
    }

    private static ulong Stripes(ref ReadOnlySpan<byte> rest, ulong seed)
    {
        ulong a = seed + A64 + B64, b = seed + B64, c = seed, d = seed - A64;
        for (; rest.Length >= 32; rest = rest[32..])
        {
            a = Round(a, Read64(rest));
            b = Round(b, Read64(rest[8..]));
            c = Round(c, Read64(rest[16..]));
            d = Round(d, Read64(rest[24..]));
        }

        var hash = RotateLeft(a, 1) + RotateLeft(b, 7) + RotateLeft(c, 12) + RotateLeft(d, 18);
        hash = Merge(hash, a);
        hash = Merge(hash, b);
        hash = Merge(hash, c);
        return Merge(hash, d);
    }

    private static ulong Round(ulong lane, ulong input) => RotateLeft(lane + (input * B64), 31) * A64;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * A64) + D64;
}
