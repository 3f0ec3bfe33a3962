using System.Buffers.Binary;
using static System.IO.Hashing.Primes;
using static System.Numerics.BitOperations;

namespace System.IO.Hashing;

/// <summary>The 64-bit XXH3 hash, one-shot. Not for cryptography.</summary>
public static class XxHash3
{
    /// <summary>The hash of the bytes as a number.</summary>
    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0) => source.Length switch
    {
        0 => Avalanche64((ulong)seed ^ Read64(XxHash3Secret.Default[56..]) ^ Read64(XxHash3Secret.Default[64..])),
        <= 3 => Upto3(source, (ulong)seed),
        <= 8 => Upto8(source, (ulong)seed),
        <= 16 => Upto16(source, (ulong)seed),
        <= 128 => Upto128(source, (ulong)seed),
        <= 240 => Upto240(source, (ulong)seed),
        _ => XxHash3Long.Hash(source, (ulong)seed),
    };

    internal static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 37)) * 0x165667919E3779F9;
        return hash ^ (hash >> 32);
    }

    internal static ulong Fold(ulong a, ulong b) => Math.BigMul(a, b, out var low) ^ low;

    private static ulong Upto3(ReadOnlySpan<byte> source, ulong seed)
    {
        var secret = XxHash3Secret.Default;
        var length = source.Length;
        var combined = ((uint)source[0] << 16) | ((uint)source[length >> 1] << 24) | source[^1] | ((uint)length << 8);
        return Avalanche64(combined ^ ((Read32(secret) ^ Read32(secret[4..])) + seed));
    }

    private static ulong Upto8(ReadOnlySpan<byte> source, ulong seed)
    {
        var secret = XxHash3Secret.Default;
        seed ^= (ulong)BinaryPrimitives.ReverseEndianness((uint)seed) << 32;
        var hash = Read32(source[^4..]) + ((ulong)Read32(source) << 32);
        hash ^= (Read64(secret[8..]) ^ Read64(secret[16..])) - seed;
        hash ^= RotateLeft(hash, 49) ^ RotateLeft(hash, 24);
        hash *= 0x9FB21C651E98DF25;
        hash ^= (hash >> 35) + (ulong)source.Length;
        hash *= 0x9FB21C651E98DF25;
        return hash ^ (hash >> 28);
    }

    private static ulong Upto16(ReadOnlySpan<byte> source, ulong seed)
    {
        var secret = XxHash3Secret.Default;
        var low = Read64(source) ^ ((Read64(secret[24..]) ^ Read64(secret[32..])) + seed);
        var high = Read64(source[^8..]) ^ ((Read64(secret[40..]) ^ Read64(secret[48..])) - seed);
        return Avalanche((ulong)source.Length + BinaryPrimitives.ReverseEndianness(low) + high + Fold(low, high));
    }

    private static ulong Upto128(ReadOnlySpan<byte> source, ulong seed)
    {
        var hash = (ulong)source.Length * A64;
        for (var i = (source.Length - 1) / 32; i >= 0; i--)
        {
            hash += Mix16(source[(16 * i)..], XxHash3Secret.Default[(32 * i)..], seed);
            hash += Mix16(source[^(16 * (i + 1))..], XxHash3Secret.Default[((32 * i) + 16)..], seed);
        }

        return Avalanche(hash);
    }

    private static ulong Upto240(ReadOnlySpan<byte> source, ulong seed)
    {
        var hash = (ulong)source.Length * A64;
        for (var i = 0; i < 8; i++) hash += Mix16(source[(16 * i)..], XxHash3Secret.Default[(16 * i)..], seed);
        hash = Avalanche(hash);
        for (var i = 8; i < source.Length / 16; i++) hash += Mix16(source[(16 * i)..], XxHash3Secret.Default[((16 * (i - 8)) + 3)..], seed);
        return Avalanche(hash + Mix16(source[^16..], XxHash3Secret.Default[119..], seed));
    }

    private static ulong Mix16(ReadOnlySpan<byte> source, ReadOnlySpan<byte> secret, ulong seed) =>
        Fold(Read64(source) ^ (Read64(secret) + seed), Read64(source[8..]) ^ (Read64(secret[8..]) - seed));
}
