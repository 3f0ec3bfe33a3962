using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Auth.Session.Families;

/// <summary>
/// Makes and reads refresh tokens: the session's id, 256 random bits, and a mark by which we know that we issued it. So the id alone
/// ends nobody's session, and a token that is marked but no longer current was really used before.
/// </summary>
internal sealed class RefreshTokens(IOptions<SessionOptions> options)
{
    private const int Id = 16;
    private const int Mark = 16;
    private const int Whole = Id + RefreshToken.SecretBytes + Mark;
    private readonly byte[] _markKey = Secrets.Derive(options.Value, "refresh-token-mark");
    private readonly byte[] _firstKey = Secrets.Derive(options.Value, "first-refresh-token");

    public RefreshToken Next(string sessionId) => new(sessionId, RandomNumberGenerator.GetBytes(RefreshToken.SecretBytes));

    /// <summary>The first token of a session follows from the key under which it was opened, so that a repeated call gets the same.</summary>
    public RefreshToken First(string sessionId, string openKey) => new(sessionId, HMACSHA256.HashData(_firstKey, Encoding.UTF8.GetBytes($"{sessionId}:{openKey}")));

    public string Write(RefreshToken token)
    {
        Span<byte> bytes = stackalloc byte[Whole];
        Convert.FromHexString(token.SessionId, bytes, out _, out _);
        token.Secret.CopyTo(bytes[Id..]);
        WriteMark(bytes[..^Mark], bytes[^Mark..]);
        return Base64Url.EncodeToString(bytes);
    }

    public bool TryRead(string? text, [NotNullWhen(true)] out RefreshToken? token)
    {
        token = null;
        Span<byte> bytes = stackalloc byte[Whole];
        Span<byte> mark = stackalloc byte[Mark];
        if (text is not { Length: (Whole * 4 + 2) / 3 } || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Whole)
            return false;
        WriteMark(bytes[..^Mark], mark);
        if (!CryptographicOperations.FixedTimeEquals(mark, bytes[^Mark..]))
            return false;
        token = new(Convert.ToHexStringLower(bytes[..Id]), bytes[Id..^Mark].ToArray());
        return true;
    }

    private void WriteMark(ReadOnlySpan<byte> content, Span<byte> mark)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_markKey, content, whole);
        whole[..Mark].CopyTo(mark);
    }
}
