using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.Testing.Tokens;

/// <summary>An issuer of its own: an ES256 key, the tokens it signs and the key set that services read.</summary>
public sealed class TestTokens : IDisposable
{
    /// <summary>What services believe unless configured otherwise.</summary>
    public const string Issuer = "https://streamix";

    /// <summary>The audience of users' tokens.</summary>
    public const string Audience = "streamix";

    /// <summary>The audience of services' tokens.</summary>
    public const string ServiceAudience = "streamix-internal";

    private readonly ECDsa _key;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeProvider _time;

    /// <summary>An issuer whose key has the id <paramref name="keyId"/>.</summary>
    public TestTokens(string keyId = "test-1", TimeProvider? time = null)
        : this(ECDsa.Create(ECCurve.NamedCurves.nistP256), keyId, time)
    {
    }

    private TestTokens(ECDsa key, string keyId, TimeProvider? time) => (_key, KeyId, _time) = (key, keyId, time ?? TimeProvider.System);

    /// <summary>An issuer with a key that exists already; its id is the thumbprint of RFC 7638, as the graph's own key has it.</summary>
    public static TestTokens FromPem(string privateKey)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(privateKey);
        return new(key, Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint()), time: null);
    }

    /// <summary>The id of the key.</summary>
    public string KeyId { get; }

    /// <summary>The key set as JSON: put it into <c>Auth:Jwks</c> or serve it.</summary>
    public string Jwks => $$"""{"keys":[{{Jwk}}]}""";

    /// <summary>The one key, public part.</summary>
    public string Jwk
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            return $$"""{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"{{KeyId}}","x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}"}""";
        }
    }

    /// <summary>A user's access token.</summary>
    public string User(Guid? account = null, params string[] roles) => User(new UserClaims { Account = account ?? Guid.CreateVersion7(), Roles = roles });

    /// <inheritdoc cref="User(Guid?, string[])"/>
    public string User(UserClaims user)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = user.Account.ToString(),
            ["sid"] = user.Session,
            ["jti"] = Guid.NewGuid().ToString("n"),
            ["acr"] = user.Acr,
            ["auth_time"] = (user.AuthenticatedAt ?? _time.GetUtcNow()).ToUnixTimeSeconds(),
        };
        if (user.Roles.Count > 0)
            claims["roles"] = user.Roles;
        if (user.Profile is { } profile)
            claims["pid"] = profile.ToString();
        return Sign(claims, Audience);
    }

    /// <summary>A service's own token.</summary>
    public string Service(string name) => Sign(new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = name, ["client_id"] = name }, ServiceAudience);

    /// <summary>Any claims, for tokens that are wrong in some way.</summary>
    public string Sign(
        IDictionary<string, object> claims, string audience = Audience, string issuer = Issuer, string type = "at+jwt", TimeSpan? lifetime = null, TimeSpan? startsIn = null)
    {
        var start = _time.GetUtcNow() + (startsIn ?? TimeSpan.Zero);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            TokenType = type,
            IssuedAt = start.UtcDateTime,
            NotBefore = start.UtcDateTime,
            Expires = (start + (lifetime ?? TimeSpan.FromMinutes(15))).UtcDateTime,
            SigningCredentials = new(new ECDsaSecurityKey(_key) { KeyId = KeyId }, SecurityAlgorithms.EcdsaSha256) { CryptoProviderFactory = new() { CacheSignatureProviders = false } },
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
