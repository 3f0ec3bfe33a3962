using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>An authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). A server takes each time step once, so the app goes on to the next.</summary>
internal sealed class AuthenticatorApp(string secret, TimeProvider time)
{
    private long _used;

    public string NextCode()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 30;
        _used = Math.Max(_used + 1, now - 1);
        return Code(_used);
    }

    private string Code(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's algorithm.
        var mac = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
