using System.Buffers.Binary;

namespace Streamix.LocalS3.Checksums;

internal sealed class ReflectedCrc(CrcPolynomial polynomial) : IRunningChecksum
{
    private readonly ulong[] slices = polynomial.Slices;
    private ulong state = polynomial.Ones;

    public void Append(ReadOnlySpan<byte> data)
    {
        var t = slices.AsSpan(0, 2048);
        var crc = state;
        while (data.Length >= 8)
        {
            var x = BinaryPrimitives.ReadUInt64LittleEndian(data) ^ crc;
            crc = t[(int)(0x700 | (x & 0xff))] ^ t[(int)(0x600 | ((x >> 8) & 0xff))]
                ^ t[(int)(0x500 | ((x >> 16) & 0xff))] ^ t[(int)(0x400 | ((x >> 24) & 0xff))]
                ^ t[(int)(0x300 | ((x >> 32) & 0xff))] ^ t[(int)(0x200 | ((x >> 40) & 0xff))]
                ^ t[(int)(0x100 | ((x >> 48) & 0xff))] ^ t[(int)(x >> 56)];
            data = data[8..];
        }
        foreach (var b in data)
            crc = (crc >> 8) ^ t[(int)((crc ^ b) & 0xff)];
        state = crc;
    }

    public byte[] Finish()
    {
        var value = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(value, state ^ polynomial.Ones);
        return value[(8 - polynomial.Bytes)..];
    }

    public void Dispose()
    {
    }
}
