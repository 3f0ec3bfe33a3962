using System.Security.Cryptography;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Cpix;

/// <summary>A document as it was read, before its keys are opened.</summary>
internal sealed class CpixParts : IDisposable
{
    public string? ContentId { get; set; }

    public int? Period { get; set; }

    public List<Key> Keys { get; } = [];

    public List<Delivery> Deliveries { get; } = [];

    public List<CpixSystem> Systems { get; } = [];

    public List<CpixRule> Rules { get; } = [];

    /// <summary>Opens the keys. Those in clear are handed over, so that disposing this leaves them alone.</summary>
    public CpixDocument ToDocument(RSA? own)
    {
        if (Keys.DistinctBy(k => k.Id).Count() != Keys.Count)
            throw new CpixException("names a key twice");
        using var seal = Keys.Exists(k => k.Cipher is not null) ? OpenSeal(own) : null;
        foreach (var key in Keys.Where(k => k.Cipher is not null))
            key.Plain ??= Unseal(seal!, key);
        CpixKey[] keys = [.. Keys.Select(k => new CpixKey(k.Id, k.Scheme, k.Iv, k.Plain))];
        Keys.Clear();
        return new() { ContentId = ContentId, Period = Period, Keys = keys, Systems = Systems, Rules = Rules };
    }

    public void Dispose()
    {
        foreach (var key in Keys)
            key.Plain?.Dispose();
    }

    private DocumentSeal OpenSeal(RSA? own)
    {
        if (own is null)
            throw new CpixException("has encrypted keys, and we have no private key");
        foreach (var delivery in Deliveries)
            if (delivery is { Key: { } key, Mac: { } mac } && DocumentSeal.Open(own, key, mac) is { } seal)
                return seal;
        throw new CpixException("has keys that are encrypted for somebody else");
    }

    private static KeyMaterial Unseal(DocumentSeal seal, Key key)
    {
        var secret = seal.Unseal(key.Cipher!, key.Mac ?? []);
        try
        {
            return secret.Length == KeyMaterial.Length ? KeyMaterial.Copy(secret) : throw new CpixException("has a key that is not 16 bytes long");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    internal sealed class Key(Guid id, string? scheme, byte[]? iv)
    {
        public Guid Id => id;

        public string? Scheme => scheme;

        public byte[]? Iv => iv;

        public KeyMaterial? Plain { get; set; }

        public byte[]? Cipher { get; set; }

        public byte[]? Mac { get; set; }
    }

    internal sealed class Delivery
    {
        public byte[]? Key { get; set; }

        public byte[]? Mac { get; set; }
    }
}
