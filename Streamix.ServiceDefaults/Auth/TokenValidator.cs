using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.ServiceDefaults.Auth;

internal sealed class TokenValidator(SigningKeys keys, IOptions<AuthOptions> options, TimeProvider time) : ITokenValidator
{
    private const int LongestToken = 8 * 1024;
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly TokenCache<UserToken> _users = new();
    private readonly TokenCache<ServiceToken> _services = new();

    public ValueTask<UserToken?> ValidateUserAsync(string token, CancellationToken cancellationToken) =>
        _users.TryGet(token, out var known) && known.ExpiresAt + options.Value.ClockSkew > time.GetUtcNow()
            ? new(known)
            : new(ReadAsync(token, options.Value.Audience, ReadUser, _users, cancellationToken));

    public ValueTask<ServiceToken?> ValidateServiceAsync(string token, CancellationToken cancellationToken) =>
        _services.TryGet(token, out var known) && known.ExpiresAt + options.Value.ClockSkew > time.GetUtcNow()
            ? new(known)
            : new(ReadAsync(token, options.Value.ServiceAudience, ReadService, _services, cancellationToken));

    private async Task<T?> ReadAsync<T>(string text, string audience, Func<JsonWebToken, T?> read, TokenCache<T> cache, CancellationToken cancellationToken) where T : class
    {
        if (text.Length > LongestToken || Parse(text) is not { Alg: SecurityAlgorithms.EcdsaSha256, Kid.Length: > 0 } jwt
            || await keys.FindAsync(jwt.Kid, cancellationToken) is not { } key)
            return null;

        var result = await Handler.ValidateTokenAsync(jwt, Parameters(key, audience));
        if (!result.IsValid || read(jwt) is not { } token)
            return null;

        cache.Add(text, token);
        return token;
    }

    private TokenValidationParameters Parameters(SecurityKey key, string audience) => new()
    {
        IssuerSigningKey = key,
        ValidIssuer = options.Value.Issuer,
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["at+jwt", "application/at+jwt"],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return expires is not null && expires + options.Value.ClockSkew > now && (notBefore is null || notBefore - options.Value.ClockSkew <= now);
        },
    };

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return new(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private static UserToken? ReadUser(JsonWebToken jwt) => Guid.TryParse(jwt.Subject, out var account) && account != Guid.Empty
        ? new(
            jwt.EncodedToken, account, Id(jwt, TokenClaims.Profile), Text(jwt, TokenClaims.Session), Text(jwt, TokenClaims.TokenId),
            jwt.Claims.Where(c => c.Type == TokenClaims.Roles).Select(c => c.Value).ToFrozenSet(StringComparer.Ordinal),
            Text(jwt, TokenClaims.Acr), Instant(jwt, TokenClaims.AuthTime), new(DateTime.SpecifyKind(jwt.ValidTo, DateTimeKind.Utc)))
        {
            IssuedAt = Instant(jwt, "iat") ?? default,
        }
        : null;

    private static ServiceToken? ReadService(JsonWebToken jwt) => jwt.Subject is { Length: > 0 and <= 64 } name && Text(jwt, TokenClaims.ClientId) == name
        ? new(name, new(DateTime.SpecifyKind(jwt.ValidTo, DateTimeKind.Utc)))
        : null;

    private static string? Text(JsonWebToken jwt, string claim) => jwt.TryGetClaim(claim, out var found) ? found.Value : null;

    private static Guid? Id(JsonWebToken jwt, string claim) => Guid.TryParse(Text(jwt, claim), out var id) ? id : null;

    private static DateTimeOffset? Instant(JsonWebToken jwt, string claim) =>
        long.TryParse(Text(jwt, claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
