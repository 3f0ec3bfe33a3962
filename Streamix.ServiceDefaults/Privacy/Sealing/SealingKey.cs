using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>A P-256 key pair derived from a secret: every replica has the same one and none is kept on disk.</summary>
internal sealed class SealingKey
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private SealingKey(ECDiffieHellman key)
    {
        Private = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        (X, Y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>Thumbprint of the public half (RFC 7638).</summary>
    public string Id { get; }

    public string X { get; }

    public string Y { get; }

    public ECDiffieHellman Private { get; }

    /// <summary>HKDF (RFC 5869) to 48 bytes, reduced as FIPS 186-5, A.2.1 does with extra random bits.</summary>
    public static SealingKey From(string secret, string recipient)
    {
        if (secret.Length < 32)
            throw new InvalidOperationException("Sealing:Secret must have at least 32 characters.");
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA512, Encoding.UTF8.GetBytes(secret), 48, info: Encoding.UTF8.GetBytes($"streamix sealing {recipient}"));
        var scalar = new BigInteger(bytes, isUnsigned: true, isBigEndian: true) % (Order - 1) + 1;
        var d = new byte[32];
        var written = scalar.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(d.AsSpan(32 - written.Length));
        return new(ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d }));
    }
}
