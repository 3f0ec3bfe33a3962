using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Keys;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Auth.Session.Issuing;

/// <summary>Issues signed tokens (RFC 9068), for users and for services.</summary>
internal sealed class AccessTokens(KeyRings rings, IOptions<AuthOptions> auth, IOptions<SessionOptions> options, TimeProvider time)
{
    public async ValueTask<IssuedToken> ForUserAsync(Family family, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Tokens up to the second of a change of roles are refused; one made in that very second says the next.
        var issued = Math.Max(now.ToUnixTimeSeconds(), family.IssuedAfter + 1);
        var until = Math.Min(now.ToUnixTimeSeconds() + (long)options.Value.AccessLifetime.TotalSeconds, family.AbsoluteUntil.ToUnixTimeSeconds());
        return await SignAsync(now, issued, until, auth.Value.Audience, json =>
        {
            json.WriteString("sub", family.AccountId.ToString());
            json.WriteString(TokenClaims.Session, family.Id);
            json.WriteString(TokenClaims.Acr, family.Acr);
            json.WriteNumber(TokenClaims.AuthTime, family.AuthTime);
            if (family.ProfileId is { } profile)
                json.WriteString(TokenClaims.Profile, profile.ToString());
            json.WriteStartArray(TokenClaims.Roles);
            foreach (var role in family.Roles)
                json.WriteStringValue(role);
            json.WriteEndArray();
        }, cancellationToken);
    }

    public ValueTask<IssuedToken> ForServiceAsync(string client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var issued = now.ToUnixTimeSeconds();
        return SignAsync(now, issued, issued + (long)options.Value.ServiceTokenLifetime.TotalSeconds, auth.Value.ServiceAudience, json =>
        {
            json.WriteString("sub", client);
            json.WriteString(TokenClaims.ClientId, client);
        }, cancellationToken);
    }

    private async ValueTask<IssuedToken> SignAsync(
        DateTimeOffset now, long issued, long until, string audience, Action<Utf8JsonWriter> claims, CancellationToken cancellationToken)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(until);
        var signer = (await rings.GetAsync(cancellationToken)).SignerAt(now, expiresAt);
        return new(signer.Sign(Write(now, issued, until, audience, claims)), expiresAt);
    }

    private ReadOnlySpan<byte> Write(DateTimeOffset now, long issued, long until, string audience, Action<Utf8JsonWriter> claims)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("iss", auth.Value.Issuer);
            json.WriteString("aud", audience);
            json.WriteString(TokenClaims.TokenId, Guid.CreateVersion7(now).ToString("n"));
            json.WriteNumber("iat", issued);
            json.WriteNumber("exp", until);
            claims(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}

/// <summary>A token and when it ends.</summary>
internal sealed record IssuedToken(string Text, DateTimeOffset ExpiresAt);
