using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.Users.Account.Registration;

/// <summary>That an address signed up, for the limit per day.</summary>
internal sealed class RegistrationAttempt(Guid id, byte[] address, byte[] origin, DateTimeOffset at)
{
    private const int Ipv4Kept = 3;
    private const int Ipv6Kept = 7;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; private set; } = id;

    /// <summary>SHA-256 of the address's key.</summary>
    public byte[] Address { get; private set; } = address;

    /// <summary>SHA-256 of the address's key and the network it came from: says whether two attempts of one address have one origin, and nothing else.</summary>
    public byte[] Origin { get; private set; } = origin;

    public DateTimeOffset At { get; private set; } = at;

    public static byte[] Hash(string emailKey) => SHA256.HashData(Encoding.UTF8.GetBytes(emailKey));

    /// <summary>Whoever has one address of a /24 or a /56 often has all of them.</summary>
    public static byte[] OriginOf(string emailKey, IPAddress? from)
    {
        var ip = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        byte[] network = ip?.GetAddressBytes()[..(ip.AddressFamily == AddressFamily.InterNetwork ? Ipv4Kept : Ipv6Kept)] ?? [];
        return SHA256.HashData([.. Encoding.UTF8.GetBytes($"{emailKey}\n"), .. network]);
    }
}
