using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Streamix.Auth.Tests.Identity.Passkeys;

/// <summary>An authenticator and the browser before it, in software: one ES256 passkey, attestation none (WebAuthn, 6).</summary>
internal sealed record SoftAuthenticator(string RelyingParty, string Origin)
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _user = "";

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(32);

    public uint Count { get; set; }

    public bool VerifiesUser { get; init; } = true;

    /// <summary>navigator.credentials.create</summary>
    public object Create(JsonElement options)
    {
        _user = options.GetProperty("user").GetProperty("id").GetString()!;
        var data = ClientData("webauthn.create", options.GetProperty("challenge").GetString()!);
        byte[] credential = [.. new byte[16], 0, (byte)Id.Length, .. Id, .. CoseKey()];
        byte[] authenticatorData = [.. Header(HasCredential), .. credential];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, (byte)authenticatorData.Length, .. authenticatorData];
        return Credential(new { clientDataJSON = Url(data), attestationObject = Url(attestation), transports = new[] { "internal" } });
    }

    /// <summary>navigator.credentials.get</summary>
    public object Get(JsonElement options)
    {
        Count++;
        var data = ClientData("webauthn.get", options.GetProperty("challenge").GetString()!);
        var authenticatorData = Header(0);
        var signature = _key.SignData([.. authenticatorData, .. SHA256.HashData(data)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Url(data), authenticatorData = Url(authenticatorData), signature = Url(signature), userHandle = _user });
    }

    private object Credential(object response) => new { id = Url(Id), rawId = Url(Id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response };

    private byte[] ClientData(string type, string challenge) => JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin = Origin, crossOrigin = false });

    private byte[] Header(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)), (byte)(flags | UserPresent | (VerifiesUser ? UserVerified : 0)), .. count];
    }

    /// <summary>{1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053, 7.1.1).</summary>
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
