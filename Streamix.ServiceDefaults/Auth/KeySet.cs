using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>The issuer's P-256 signing keys at one moment.</summary>
internal sealed record KeySet(FrozenDictionary<string, SecurityKey> Keys, DateTimeOffset ReadAt)
{
    public static KeySet Parse(string json, DateTimeOffset readAt) => new(
        new JsonWebKeySet(json).Keys
            .Where(k => k is { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve, Crv: JsonWebKeyECTypes.P256, Kid.Length: > 0 } && k.Use is null or "sig" or "")
            .GroupBy(k => k.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, SecurityKey (g) => g.First(), StringComparer.Ordinal),
        readAt);
}
