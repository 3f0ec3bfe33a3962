namespace Streamix.LocalS3.Checksums;

/// <summary>A CRC with reflected polynomial, all-ones start and final inversion; the width is 32 or 64 bits.</summary>
internal sealed class CrcPolynomial(ulong polynomial, int width)
{
    public static readonly CrcPolynomial Crc32 = new(0xEDB88320, 32);
    public static readonly CrcPolynomial Crc32C = new(0x82F63B78, 32);
    public static readonly CrcPolynomial Crc64Nvme = new(0x9A6C9329AC4BC9B5, 64);

    private readonly Lazy<ulong[]> tables = new(() => Tables(polynomial));

    public int Bytes => width / 8;

    public ulong Ones => ulong.MaxValue >> (64 - width);

    /// <summary>Eight tables of 256 entries, one after the other, for eight bytes per step.</summary>
    public ulong[] Slices => tables.Value;

    /// <summary>The CRC of two blocks behind one another, from the CRC of each.</summary>
    public ulong Combine(ulong first, ulong second, long secondLength) => Multiply(PowerOfX((ulong)secondLength * 8), first) ^ second;

    private ulong PowerOfX(ulong exponent)
    {
        var power = 1UL << (width - 1);
        var square = 1UL << (width - 2);
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                power = Multiply(square, power);
            square = Multiply(square, square);
        }
        return power;
    }

    private ulong Multiply(ulong a, ulong b)
    {
        var product = 0UL;
        for (var bit = 1UL << (width - 1); bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0)
                product ^= b;
            b = (b & 1) != 0 ? (b >> 1) ^ polynomial : b >> 1;
        }
        return product;
    }

    private static ulong[] Tables(ulong polynomial)
    {
        var tables = new ulong[8 * 256];
        for (var i = 0; i < 256; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            tables[i] = value;
        }
        for (var i = 256; i < tables.Length; i++)
            tables[i] = (tables[i - 256] >> 8) ^ tables[(int)(tables[i - 256] & 0xff)];
        return tables;
    }
}
