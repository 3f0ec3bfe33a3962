using System.Buffers.Text;
using System.Text.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Keys;

/// <summary>The keys as one replica read them at one moment.</summary>
internal sealed class KeyRing
{
    private readonly IReadOnlyList<(DateTimeOffset ActivatesAt, Signer Signer)> _signers;
    private readonly DateTimeOffset _goodUntil;

    /// <param name="published">All keys, for verifiers.</param>
    /// <param name="signers">Those whose private half could be opened, the latest first.</param>
    /// <param name="goodUntil">Nothing is signed that lives longer.</param>
    public KeyRing(IEnumerable<SigningKey> published, IReadOnlyList<(DateTimeOffset ActivatesAt, Signer Signer)> signers, DateTimeOffset goodUntil)
    {
        (_signers, _goodUntil) = (signers, goodUntil);
        Jwks = JsonSerializer.SerializeToUtf8Bytes(new
        {
            keys = published.Select(k => new
            {
                kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = k.Id,
                x = Base64Url.EncodeToString(k.X), y = Base64Url.EncodeToString(k.Y),
            }),
        });
    }

    /// <summary>The public halves (RFC 7517).</summary>
    public byte[] Jwks { get; }

    /// <summary>So that the next reading need not unseal them again.</summary>
    public IEnumerable<Signer> Signers => _signers.Select(s => s.Signer);

    /// <summary>The key to sign with now.</summary>
    /// <exception cref="DependencyUnavailableException">The keys were not read for so long that others may not know this one any more.</exception>
    public Signer SignerAt(DateTimeOffset now, DateTimeOffset tokenUntil)
    {
        if (tokenUntil > _goodUntil)
            throw new DependencyUnavailableException("auth-session-db");
        foreach (var (activatesAt, signer) in _signers)
            if (activatesAt <= now)
                return signer;
        throw new DependencyUnavailableException("auth-session-db");
    }
}
