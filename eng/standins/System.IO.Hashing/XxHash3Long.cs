using static System.IO.Hashing.Primes;

namespace System.IO.Hashing;

/// <summary>XXH3 of more than 240 bytes: eight lanes over stripes of 64 bytes, scrambled after every block of 1 KiB.</summary>
internal static class XxHash3Long
{
    private const int Stripe = 64, StripesPerBlock = (XxHash3Secret.Length - Stripe) / 8, Block = Stripe * StripesPerBlock;

    public static ulong Hash(ReadOnlySpan<byte> source, ulong seed)
    {
        Span<byte> derived = stackalloc byte[XxHash3Secret.Length];
        var secret = XxHash3Secret.For(seed, derived);
        Span<ulong> lanes = [C32, A64, B64, C64, D64, B32, E64, A32];

        var blocks = (source.Length - 1) / Block;
        for (var i = 0; i < blocks; i++)
        {
            Stripes(lanes, source.Slice(i * Block, Block), secret, StripesPerBlock);
            Scramble(lanes, secret[^Stripe..]);
        }

        var rest = source[(blocks * Block)..];
        Stripes(lanes, rest, secret, (rest.Length - 1) / Stripe);
        Accumulate(lanes, source[^Stripe..], secret[^(Stripe + 7)..]);
        return Merge(lanes, secret[11..], (ulong)source.Length * A64);
    }

    private static void Stripes(Span<ulong> lanes, ReadOnlySpan<byte> source, ReadOnlySpan<byte> secret, int count)
    {
        for (var i = 0; i < count; i++) Accumulate(lanes, source[(i * Stripe)..], secret[(i * 8)..]);
    }

    private static void Accumulate(Span<ulong> lanes, ReadOnlySpan<byte> source, ReadOnlySpan<byte> secret)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            var value = Read64(source[(8 * i)..]);
            var keyed = value ^ Read64(secret[(8 * i)..]);
            lanes[i ^ 1] += value;
            lanes[i] += (ulong)(uint)keyed * (keyed >> 32);
        }
    }

    private static void Scramble(Span<ulong> lanes, ReadOnlySpan<byte> secret)
    {
        for (var i = 0; i < lanes.Length; i++)
            lanes[i] = (lanes[i] ^ (lanes[i] >> 47) ^ Read64(secret[(8 * i)..])) * A32;
    }

    private static ulong Merge(ReadOnlySpan<ulong> lanes, ReadOnlySpan<byte> secret, ulong hash)
    {
        for (var i = 0; i < 8; i += 2)
            hash += XxHash3.Fold(lanes[i] ^ Read64(secret[(8 * i)..]), lanes[i + 1] ^ Read64(secret[((8 * i) + 8)..]));
        return XxHash3.Avalanche(hash);
    }
}
