using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.Auth.Session.Keys;

/// <summary>Signs with one private key. The platform's key objects are not promised to be thread-safe, so each is lent to one caller at a time.</summary>
internal sealed class Signer(string keyId, ECParameters parameters)
{
    private readonly string _head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{keyId}}"}"""));
    private readonly ConcurrentBag<ECDsa> _idle = [];

    public string KeyId => keyId;

    /// <summary>A compact JWS (RFC 7515) over these claims.</summary>
    public string Sign(ReadOnlySpan<byte> claims)
    {
        var signed = $"{_head}.{Base64Url.EncodeToString(claims)}";
        var key = _idle.TryTake(out var idle) ? idle : ECDsa.Create(parameters);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _idle.Add(key);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
