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
    /// <summary>The key for a user's token, fetched before anything is changed that must be told with one.</summary>
    /// <exception cref="DependencyUnavailableException">There is no key that all others know.</exception>
    public async ValueTask<Signer> SignerAsync(CancellationToken cancellationToken) => await SignerAsync(time.GetUtcNow() + options.Value.AccessLifetime, cancellationToken);

    public async ValueTask<IssuedToken> ForUserAsync(Family family, CancellationToken cancellationToken) => ForUser(family, await SignerAsync(cancellationToken));

    public IssuedToken ForUser(Family family, Signer signer)
    {
        var now = time.GetUtcNow();
        var life = (long)options.Value.AccessLifetime.TotalSeconds;
        // Made late it ends no later, so that no entry of the deny list ends before it.
        var until = Math.Min(Math.Min(now.ToUnixTimeSeconds(), family.IssuedAt) + life, family.AbsoluteUntil.ToUnixTimeSeconds());
        return Sign(signer, now, family.IssuedAt, until, auth.Value.Audience, json =>
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
        });
    }

    public async ValueTask<IssuedToken> ForServiceAsync(string client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.ServiceTokenLifetime;
        var signer = await SignerAsync(until, cancellationToken);
        return Sign(signer, now, now.ToUnixTimeSeconds(), until.ToUnixTimeSeconds(), auth.Value.ServiceAudience, json =>
        {
            json.WriteString("sub", client);
            json.WriteString(TokenClaims.ClientId, client);
        });
    }

    private async ValueTask<Signer> SignerAsync(DateTimeOffset tokenUntil, CancellationToken cancellationToken) =>
        (await rings.GetAsync(cancellationToken)).SignerAt(time.GetUtcNow(), tokenUntil);

    private IssuedToken Sign(Signer signer, DateTimeOffset now, long issued, long until, string audience, Action<Utf8JsonWriter> claims) =>
        new(signer.Sign(Write(now, issued, until, audience, claims)), DateTimeOffset.FromUnixTimeSeconds(until));

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
