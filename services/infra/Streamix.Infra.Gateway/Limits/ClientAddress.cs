using System.Net;
using System.Net.Sockets;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>What counts as one address: an IPv4 address, or the /64 that an IPv6 network hands to one customer.</summary>
internal static class ClientAddress
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(plain) ? Network(plain) : plain.ToString();
    }

    private static string Network(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes) + "/64";
    }
}
