using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>Issues access tokens with a key of its own.</summary>
internal sealed class TokenIssuer
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("n") };

    public static TokenIssuer Shared { get; } = new();

    public string Jwks
    {
        get
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", kid = _key.KeyId, x = jwk.X, y = jwk.Y } } });
        }
    }

    public string Issue(Guid? account = null, string[]? roles = null, string? session = null, TimeSpan? expires = null, string audience = "streamix", string? id = null)
    {
        var now = DateTime.UtcNow;
        var end = now + (expires ?? TimeSpan.FromMinutes(15));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://streamix",
            Audience = audience,
            TokenType = "at+jwt",
            IssuedAt = end.AddMinutes(-15),
            NotBefore = end.AddMinutes(-15),
            Expires = end,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = (account ?? Guid.NewGuid()).ToString(),
                ["sid"] = session ?? Guid.NewGuid().ToString("n"),
                ["jti"] = id ?? Guid.NewGuid().ToString("n"),
                ["auth_time"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(),
                ["roles"] = roles ?? [],
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
