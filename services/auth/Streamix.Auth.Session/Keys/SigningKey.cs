namespace Streamix.Auth.Session.Keys;

/// <summary>A P-256 key pair; the private half is sealed.</summary>
internal sealed class SigningKey
{
    /// <summary>Characters of a thumbprint (RFC 7638).</summary>
    public const int IdLength = 43;

    public SigningKey(string id, byte[] x, byte[] y, byte[] sealedPrivate, DateTimeOffset createdAt, DateTimeOffset activatesAt) =>
        (Id, X, Y, SealedPrivate, CreatedAt, ActivatesAt) = (id, x, y, sealedPrivate, createdAt, activatesAt);

    private SigningKey()
    {
    }

    public string Id { get; private set; } = "";

    public byte[] X { get; private set; } = [];

    public byte[] Y { get; private set; } = [];

    public byte[] SealedPrivate { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Signs from then on, until another one does.</summary>
    public DateTimeOffset ActivatesAt { get; private set; }
}
