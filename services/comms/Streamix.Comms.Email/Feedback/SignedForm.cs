using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.Comms.Email.Feedback;

/// <summary>
/// The signature of our own form: header <c>Webhook-Signature: t=&lt;Unix seconds&gt;,v1=&lt;hex of HMAC-SHA256 over "t.body"&gt;</c>.
/// Not <c>Streamix-…</c>: such headers are the platform's own, and the gateway takes them off.
/// </summary>
internal static class SignedForm
{
    public const string Header = "Webhook-Signature";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Sign(string secret, DateTimeOffset now, ReadOnlySpan<byte> body) =>
        string.Create(CultureInfo.InvariantCulture, $"t={now.ToUnixTimeSeconds()},v1={Convert.ToHexStringLower(Seal(secret, now.ToUnixTimeSeconds(), body))}");

    public static bool IsValid(string? secret, string? header, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(secret) || header?.Split(',') is not [['t', '=', .. var time], ['v', '1', '=', .. var seal]] || seal.Length != 64
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return false;
        var given = new byte[32];
        return Convert.FromHexString(seal, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Seal(secret, seconds, body));
    }

    private static byte[] Seal(string secret, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(seconds.ToString(CultureInfo.InvariantCulture) + "."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
