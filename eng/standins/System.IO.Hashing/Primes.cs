using System.Buffers.Binary;

namespace System.IO.Hashing;

internal static class Primes
{
    public const uint A32 = 0x9E3779B1, B32 = 0x85EBCA77, C32 = 0xC2B2AE3D;

    public const ulong
        A64 = 0x9E3779B185EBCA87, B64 = 0xC2B2AE3D27D4EB4F, C64 = 0x165667B19E3779F9,
        D64 = 0x85EBCA77C2B2AE63, E64 = 0x27D4EB2F165667C5;

    public static uint Read32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    public static ulong Read64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    public static ulong Avalanche64(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * B64;
        hash = (hash ^ (hash >> 29)) * C64;
        return hash ^ (hash >> 32);
    }
}
