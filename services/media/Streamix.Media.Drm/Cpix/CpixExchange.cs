using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;
using Streamix.Media.Drm.Wrapping;

namespace Streamix.Media.Drm.Cpix;

/// <summary>Keys to and from partners.</summary>
internal sealed class CpixExchange(DrmDb db, KeyDesk desk, KeyWrap wrap, OwnCertificate own)
{
    private const string Server = "cpix";

    /// <summary>Null when the asset has no keys for the scheme.</summary>
    public async Task<byte[]?> ExportAsync(Guid assetId, ExportDraft draft, CancellationToken cancellationToken)
    {
        var keys = await db.ContentKeys.AsNoTracking().Where(k => k.AssetId == assetId && k.Scheme == draft.Scheme).OrderBy(k => k.Id).ToListAsync(cancellationToken);
        if (keys.Count == 0)
            return null;
        List<CpixKey> opened = [];
        using var document = DocumentOf(assetId, keys, opened);
        foreach (var key in keys)
            opened.Add(new(key.Id, key.Scheme, key.Iv, key.Open(wrap)));
        using var recipient = X509Certificate2.CreateFromPem(draft.Certificate);
        using var stream = new MemoryStream();
        CpixWriter.Write(document, stream, recipient);
        return stream.ToArray();
    }

    /// <exception cref="CpixException">Not one we take.</exception>
    public async Task<CpixDocument> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = GC.AllocateArray<byte>(CpixReader.Largest + 1, pinned: true);
        try
        {
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            if (length == buffer.Length)
                throw new CpixException("is too large");
            using var key = own.PrivateKey();
            return CpixReader.Read(new MemoryStream(buffer, 0, length, writable: false), key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <exception cref="CpixException">Keys without a tier, a scheme or a value.</exception>
    public async Task<ImportView> ImportAsync(Guid assetId, Guid titleId, CpixDocument document, CancellationToken cancellationToken)
    {
        if (document.Keys.Count == 0)
            throw new CpixException("has no keys");
        if (document.Keys.Select(k => k.Scheme).Distinct(StringComparer.Ordinal).ToArray() is not [{ } scheme] || !Schemes.IsKnown(scheme))
            throw new CpixException("must name cenc or cbcs as the scheme of all its keys");
        var tiers = document.Keys.Select(key => TierOf(document, key)).ToArray();
        if (tiers.Distinct(StringComparer.Ordinal).Count() != tiers.Length)
            throw new CpixException("has two keys for the same tier");
        var served = ServedKey.All(document.Keys.Zip(tiers, (key, tier) => Served(document, key, tier)));
        var imported = await desk.KeepAsync(new(assetId, titleId, scheme, tiers), served, Server, cancellationToken);
        return new(imported, served.Count - imported);
    }

    /// <summary>Disposes the keys that are put into the list later.</summary>
    private static CpixDocument DocumentOf(Guid assetId, List<ContentKey> keys, List<CpixKey> opened) => new()
    {
        ContentId = assetId.ToString(),
        Keys = opened,
        Systems = [.. keys.SelectMany(k => SystemsOf(assetId, k))],
        Rules = [.. keys.Select(k => TrackRules.Of(k.Id, k.Tier))],
    };

    /// <summary>The boxes that the key's own server gave; where it gave none, ours.</summary>
    private static IEnumerable<CpixSystem> SystemsOf(Guid assetId, ContentKey key)
    {
        PsshBox.TryReadAll(key.Boxes, out var given);
        yield return new(key.Id, SystemIds.Common, CommonBox.Of([key.Id]));
        yield return new(key.Id, SystemIds.Widevine, Given(SystemIds.Widevine) ?? WidevineBox.Of([key.Id], assetId.ToString(), key.Scheme));
        yield return new(key.Id, SystemIds.PlayReady, Given(SystemIds.PlayReady) ?? PlayReadyBox.Of([key.Id], key.Scheme));

        byte[]? Given(Guid system) => given.FirstOrDefault(b => b.SystemId == system)?.Write();
    }

    private static string TierOf(CpixDocument document, CpixKey key) =>
        document.Rules.Where(r => r.KeyId == key.Id).Select(TrackRules.TierOf).Distinct(StringComparer.Ordinal).ToArray() is [{ } tier]
            ? tier
            : throw new CpixException("must say for each key which one of AUDIO, SD, HD and UHD it is for");

    private static ServedKey Served(CpixDocument document, CpixKey key, string tier)
    {
        if (key.Key is null || key.Iv is { Length: not KeyMaterial.Length })
            throw new CpixException("has a key without a value, or with an IV that is not 16 bytes long");
        byte[] boxes = [.. document.Systems.Where(s => s.KeyId == key.Id && s.SystemId != SystemIds.Common).SelectMany(s => s.Pssh)];
        return PsshBox.TryReadAll(boxes, out _)
            ? new(tier, key.Id, KeyMaterial.Copy(key.Key.AsSpan()), key.Iv ?? RandomNumberGenerator.GetBytes(KeyMaterial.Length), boxes)
            : throw new CpixException("has a damaged pssh box");
    }
}
