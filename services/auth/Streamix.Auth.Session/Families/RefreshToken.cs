using System.Buffers.Text;
using System.Security.Cryptography;

namespace Streamix.Auth.Session.Families;

/// <summary>One refresh token of a session. Only its hash is stored.</summary>
internal sealed class RefreshToken(string sessionId, byte[] secret)
{
    public const int SecretBytes = 32;

    public string SessionId => sessionId;

    public ReadOnlySpan<byte> Secret => secret;

    public string Hash => Base64Url.EncodeToString(SHA256.HashData(secret));

    /// <summary>
    /// The successor, readable only by who has this token: laid over with a stream that follows from it and serves this once. It is what a repeated
    /// refresh is answered from; the store alone tells nothing.
    /// </summary>
    public string Seal(RefreshToken successor) => Base64Url.EncodeToString(Over(successor.Secret));

    public RefreshToken Unseal(string sealedSuccessor) => new(sessionId, Over(Base64Url.DecodeFromChars(sealedSuccessor)));

    private byte[] Over(ReadOnlySpan<byte> other)
    {
        var stream = HMACSHA256.HashData(secret, "streamix successor"u8);
        for (var i = 0; i < SecretBytes; i++)
            stream[i] ^= other[i];
        return stream;
    }
}
