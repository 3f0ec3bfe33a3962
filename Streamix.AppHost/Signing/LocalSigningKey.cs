using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Streamix.AppHost.Signing;

/// <summary>
/// The ES256 key that signs tokens on a developer's machine until the session service issues them: made once, kept with the secrets.
/// Services get the public half only, as a key set (RFC 7517) whose key id is the thumbprint of RFC 7638.
/// </summary>
internal sealed class LocalSigningKey
{
    private const string Issuer = "https://streamix";
    private readonly ECDsa _key = ECDsa.Create();
    private readonly string _keyId;

    public LocalSigningKey(Secrets secrets)
    {
        _key.ImportFromPem(secrets.Keep("platform-signing-key", Make));
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        _keyId = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        KeySet = JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = _keyId, x, y } } });
    }

    /// <summary>The public key as a JSON Web Key Set.</summary>
    public string KeySet { get; }

    /// <summary>A token of one minute by which the AppHost's own commands call services.</summary>
    public string ServiceToken(string client, DateTimeOffset now) => Sign(new
    {
        iss = Issuer,
        aud = "streamix-internal",
        sub = client,
        client_id = client,
        jti = Guid.CreateVersion7(now),
        iat = now.ToUnixTimeSeconds(),
        exp = now.AddMinutes(1).ToUnixTimeSeconds(),
    });

    private string Sign<T>(T claims)
    {
        var head = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "at+jwt", kid = _keyId }));
        var signed = $"{head}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
