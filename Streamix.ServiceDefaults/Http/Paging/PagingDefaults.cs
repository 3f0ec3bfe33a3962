using System.Security.Cryptography;
using System.Text;

namespace Streamix.ServiceDefaults.Http;

internal static class PagingDefaults
{
    private const string NoSecret = "streamix";

    /// <summary>The key of a deployment that sets no secret.</summary>
    public static byte[] DefaultKey() => KeyOf(NoSecret);

    /// <summary>
    /// <c>Http:CursorKey</c> is a secret of the deployment. Without it the seal still tells lists apart and catches damage;
    /// a forged cursor can only ask for a place in rows the caller may read anyway.
    /// </summary>
    public static void UseCursorKey(this IConfiguration configuration)
    {
        if (configuration["Http:CursorKey"] is { Length: > 0 } secret)
            Cursor.Key = KeyOf(secret);
    }

    private static byte[] KeyOf(string secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "cursor"u8.ToArray());
}
