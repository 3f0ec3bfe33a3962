using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.Benchmarks.Gateway;

/// <summary>ES256 access tokens of many users, and the key set that proves them.</summary>
internal sealed class Tokens
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "bench" };

    public string Jwks
    {
        get
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", kid = _key.KeyId, x = jwk.X, y = jwk.Y } } });
        }
    }

    public string Issue() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://streamix",
        Audience = "streamix",
        TokenType = "at+jwt",
        Expires = DateTime.UtcNow.AddHours(2),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = Guid.NewGuid().ToString(),
            ["sid"] = Guid.NewGuid().ToString("n"),
            ["jti"] = Guid.NewGuid().ToString("n"),
            ["roles"] = Array.Empty<string>(),
        },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });
}
