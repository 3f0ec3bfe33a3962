using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Streamix.Streaming.Rights.Places;

/// <summary>Addresses as numbers. An IPv4 address inside an IPv6 one (RFC 4291, 2.5.5.2) is an IPv4 address.</summary>
internal static class Addresses
{
    public static bool IsV4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;

    public static uint V4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.MapToIPv4().TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public static UInt128 V6(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
