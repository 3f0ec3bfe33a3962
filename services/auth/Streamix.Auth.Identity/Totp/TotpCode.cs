using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Streamix.Auth.Identity.Totp;

/// <summary>Time-based one-time passwords (RFC 6238): HMAC-SHA1, as authenticator apps expect, 30 seconds, 6 digits.</summary>
internal static class TotpCode
{
    public const int Digits = 6;
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>Clocks may differ by one step (RFC 6238, 5.2).</summary>
    private const int Window = 1;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a time step (RFC 4226, 5.3).</summary>
    public static string Of(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // What every authenticator app computes; HMAC-SHA1 is not broken.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step this code belongs to, or null. Looks at every step of the window whatever it finds.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        var (present, found) = (StepAt(now), (long?)null);
        for (var step = present - Window; step <= present + Window; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(secret, step)), System.Text.Encoding.ASCII.GetBytes(code)))
                found = step;
        return found;
    }
}
