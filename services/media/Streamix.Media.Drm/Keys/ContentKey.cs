using Streamix.Media.Drm.Wrapping;

namespace Streamix.Media.Drm.Keys;

/// <summary>A content key as it is kept: wrapped, and bound to its ids.</summary>
internal sealed class ContentKey
{
    public const int LongestWord = 16;

    public ContentKey(ServedKey served, KeyOrder order, string server, KeyWrap wrap, DateTimeOffset now)
    {
        (Id, AssetId, TitleId, Tier, Scheme) = (served.Id, order.AssetId, order.TitleId, served.Tier, order.Scheme);
        (Iv, Boxes, Server, CreatedAt) = (served.Iv, served.Boxes, server, now);
        Wrap(wrap, served.Key);
    }

    private ContentKey()
    {
    }

    /// <summary>The key id.</summary>
    public Guid Id { get; private set; }

    public Guid AssetId { get; private set; }

    public Guid TitleId { get; private set; }

    public string Tier { get; private set; } = "";

    public string Scheme { get; private set; } = "";

    /// <summary>The constant IV of <c>cbcs</c>; no secret.</summary>
    public byte[] Iv { get; private set; } = [];

    /// <summary>What a key server wants in initialisation segments for its own systems: whole <c>pssh</c> boxes.</summary>
    public byte[] Boxes { get; private set; } = [];

    /// <summary>Who made the key.</summary>
    public string Server { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The id of the key-encryption key.</summary>
    public string WrappedWith { get; private set; } = "";

    public byte[] Wrapped { get; private set; } = [];

    /// <exception cref="KeyUnreadableException">Wrapped with a secret that is not configured, or not what was wrapped.</exception>
    public KeyMaterial Open(KeyWrap wrap) => wrap.Unwrap(Binding, WrappedWith, Wrapped);

    /// <summary>Wraps it again with the present key-encryption key.</summary>
    public void Rewrap(KeyWrap wrap)
    {
        using var key = Open(wrap);
        Wrap(wrap, key);
    }

    private KeyBinding Binding => new(Id, AssetId, Tier, Scheme);

    private void Wrap(KeyWrap wrap, KeyMaterial key) => (WrappedWith, Wrapped) = (wrap.Current, wrap.Wrap(Binding, key));
}
