using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Tokens that are wrong in one way each.</summary>
internal static class Forgeries
{
    /// <param name="real">A token that works.</param>
    /// <param name="issuer">Signs with the platform's own key.</param>
    /// <param name="service">A service's token.</param>
    public static IReadOnlyDictionary<string, string> Of(string real, TestTokens issuer, string service)
    {
        var parts = real.Split('.');
        using var other = new TestTokens(issuer.KeyId);
        using var stranger = new TestTokens("nobody-knows-it");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["garbage"] = "not-a-token",
            ["three empty parts"] = "..",
            ["algorithm none"] = $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            ["algorithm none with the key's id"] = $"{Encode($$"""{"alg":"none","typ":"at+jwt","kid":"{{issuer.KeyId}}"}""")}.{parts[1]}.{parts[2]}",
            ["HMAC with the public key"] = Hmac(parts[1], issuer),
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["other claims under the signature"] = $"{parts[0]}.{WithRole(parts[1])}.{parts[2]}",
            ["wrong key under the real id"] = other.Sign(Claims(real)),
            ["unknown key"] = stranger.Sign(Claims(real)),
            ["wrong audience"] = issuer.Sign(Claims(real), audience: "somebody-else"),
            ["wrong issuer"] = issuer.Sign(Claims(real), issuer: "https://somebody.else"),
            ["wrong type"] = issuer.Sign(Claims(real), type: "JWT"),
            ["expired"] = issuer.Sign(Claims(real), lifetime: TimeSpan.FromMinutes(15), startsIn: TimeSpan.FromMinutes(-20)),
            ["not valid yet"] = issuer.Sign(Claims(real), startsIn: TimeSpan.FromMinutes(20)),
            ["a service's token"] = service,
        };
    }

    /// <summary>The claims that say who it is, without those of the time.</summary>
    public static Dictionary<string, object> Claims(string token) => Read(token.Split('.')[1])
        .Where(claim => claim.Key is not ("iss" or "aud" or "iat" or "nbf" or "exp"))
        .ToDictionary(claim => claim.Key, claim => claim.Value!.GetValueKind() switch
        {
            JsonValueKind.Number => (object)claim.Value.GetValue<long>(),
            JsonValueKind.Array => claim.Value.AsArray().Select(role => role!.GetValue<string>()).ToArray(),
            _ => claim.Value.GetValue<string>(),
        }, StringComparer.Ordinal);

    private static string WithRole(string payload)
    {
        var claims = Read(payload);
        claims["roles"] = new JsonArray("admin");
        return Encode(claims.ToJsonString());
    }

    private static string Hmac(string payload, TestTokens issuer)
    {
        var signed = $"{Encode($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{issuer.KeyId}}"}""")}.{payload}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(issuer.Jwk), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static JsonObject Read(string payload) => JsonNode.Parse(Base64Url.DecodeFromChars(payload))!.AsObject();

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
