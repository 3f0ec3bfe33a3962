using System.Net;
using System.Net.Sockets;

namespace Streamix.Streaming.Contracts.Edges;

/// <summary>The part of an address that stays when a viewer's address changes within a household or its provider: /24 of IPv4, /56 of IPv6.</summary>
public static class AddressClass
{
    private const int Bytes4 = 3;
    private const int Bytes6 = 7;

    /// <summary>As <c>4:c0a801</c> or <c>6:20010db8000000</c>: the family and the first bytes in hexadecimal.</summary>
    public static string Of(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? $"4:{Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, Bytes4))}"
            : $"6:{Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, Bytes6))}";
    }

    /// <summary>The same as a network, as <c>192.0.2.0/24</c>.</summary>
    public static IPNetwork NetworkOf(IPAddress address)
    {
        var plain = Plain(address);
        var kept = plain.AddressFamily == AddressFamily.InterNetwork ? Bytes4 : Bytes6;
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return new(new IPAddress(bytes), kept * 8);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
