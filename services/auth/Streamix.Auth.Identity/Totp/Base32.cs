using System.Text;

namespace Streamix.Auth.Identity.Totp;

/// <summary>Base32 without padding (RFC 4648, 6), as people type it into an authenticator app.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = (buffer << 8 | b, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Alphabet[buffer >> bits - 5 & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[buffer << 5 - bits & 31]);
        return text.ToString();
    }
}
