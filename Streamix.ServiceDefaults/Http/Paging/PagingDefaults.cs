using System.Security.Cryptography;
using System.Text;

namespace Streamix.ServiceDefaults.Http;

internal static class PagingDefaults
{
    /// <summary>
    /// <c>Http:CursorKey</c> is a secret of the deployment. Without it the seal still tells lists apart and catches damage;
    /// a forged cursor can only ask for a place in rows the caller may read anyway.
    /// </summary>
    public static void UseCursorKey(this IConfiguration configuration, string service)
    {
        var secret = configuration["Http:CursorKey"] ?? "streamix";
        Cursor.Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes($"cursor:{service}"));
    }
}
