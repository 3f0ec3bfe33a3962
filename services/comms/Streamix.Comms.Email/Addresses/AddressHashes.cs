using System.Security.Cryptography;
using System.Text;

namespace Streamix.Comms.Email.Addresses;

/// <summary>How addresses are remembered: by a keyed hash, which only this service can compute and nobody can turn back.</summary>
internal sealed class AddressHashes(Secrets secrets)
{
    private readonly IReadOnlyList<byte[]> _keys = secrets.KeysFor("addresses");

    /// <summary>The hash that is written.</summary>
    public byte[] Of(string address) => Hash(_keys[0], address);

    /// <summary>Every hash under which the address may have been written.</summary>
    public byte[][] All(string address) => [.. _keys.Select(key => Hash(key, address))];

    /// <summary>Hashed in the place of an address where only the account is known; no address looks like it.</summary>
    public static string InsteadOf(Guid accountId) => $"account:{accountId:n}";

    private static byte[] Hash(byte[] key, string address) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()));
}
