using System.Buffers.Binary;
using System.Numerics;

namespace Streamix.LocalS3.Checksums;

internal sealed class HardwareCrc32C : IRunningChecksum
{
    private uint state = uint.MaxValue;

    public void Append(ReadOnlySpan<byte> data)
    {
        var crc = state;
        for (; data.Length >= 8; data = data[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var b in data)
            crc = BitOperations.Crc32C(crc, b);
        state = crc;
    }

    public byte[] Finish()
    {
        var value = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(value, ~state);
        return value;
    }

    public void Dispose()
    {
    }
}
