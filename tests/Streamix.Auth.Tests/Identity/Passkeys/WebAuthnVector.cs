using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Testing;

namespace Streamix.Auth.Tests.Identity.Passkeys;

/// <summary>A published pair of ceremonies with one credential: relying party <c>example.org</c>, origin <c>https://example.org</c>.</summary>
internal sealed record WebAuthnVector(string Name, VectorRegistration Registration, VectorAuthentication Authentication)
{
    private static readonly Lazy<IReadOnlyList<WebAuthnVector>> Read = new(() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Streamix.Auth.Tests", "Identity", "Passkeys", "webauthn-vectors.json")))!["vectors"]!
            .Deserialize<List<WebAuthnVector>>(JsonSerializerOptions.Web)!);

    public static IReadOnlyList<WebAuthnVector> All => Read.Value;

    public bool RegisteredWithVerifiedUser
    {
        get
        {
            // The authenticator data begins with the hash of the relying party's id; its flags follow.
            var start = Registration.AttestationObject.IndexOf(Authentication.AuthenticatorData[..64], StringComparison.Ordinal);
            return (Convert.FromHexString(Registration.AttestationObject.Substring(start + 64, 2))[0] & 0x04) != 0;
        }
    }

    public bool UsedWithVerifiedUser => (Convert.FromHexString(Authentication.AuthenticatorData)[32] & 0x04) != 0;

    public bool IsFromAnotherOrigin => Text(Registration.ClientDataJson).Contains("\"crossOrigin\":true", StringComparison.Ordinal);

    public string RegistrationJson => Credential(new()
    {
        ["clientDataJSON"] = Url(Registration.ClientDataJson), ["attestationObject"] = Url(Registration.AttestationObject), ["transports"] = new JsonArray(),
    });

    public string AuthenticationJson => Credential(new()
    {
        ["clientDataJSON"] = Url(Authentication.ClientDataJson), ["authenticatorData"] = Url(Authentication.AuthenticatorData), ["signature"] = Url(Authentication.Signature),
    });

    /// <summary>One bit of the last byte another.</summary>
    public static string Damaged(string hex) => hex[..^1] + (char.IsAsciiDigit(hex[^1]) ? "a" : "1");

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Url(Registration.CredentialId), ["rawId"] = Url(Registration.CredentialId), ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static string Url(string hex) => Base64Url.EncodeToString(Convert.FromHexString(hex));

    private static string Text(string hex) => Encoding.UTF8.GetString(Convert.FromHexString(hex));
}

internal sealed record VectorRegistration(string Challenge, string CredentialId, string ClientDataJson, string AttestationObject);

internal sealed record VectorAuthentication(string Challenge, string AuthenticatorData, string ClientDataJson, string Signature);
