using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;
using Streamix.Users.Account.Sagas;

namespace Streamix.Users.Account.Exports;

/// <summary>Parts and archives in the object store.</summary>
internal sealed class Archive(IObjectStore objects, PersonalDataHolders holders, IOptions<AccountOptions> options, TimeProvider time)
{
    private readonly string _bucket = options.Value.Bucket;

    public Uri Address(Export export) => objects.PresignGet(_bucket, export.ArchiveKey, options.Value.DownloadLifetime, "streamix-export.zip");

    /// <summary>Fetches what a service holds and keeps it beside the others.</summary>
    public async Task<(long Bytes, string Digest)> CollectAsync(Export export, string service, CancellationToken cancellationToken)
    {
        await using var file = TemporaryFile.Create();
        await holders.ExportAsync(service, export.AccountId, file, cancellationToken);
        file.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        file.Position = 0;
        using (await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken))
            file.Position = 0;
        await objects.EnsureBucketAsync(_bucket, cancellationToken);
        await objects.PutAsync(_bucket, export.PartKey(service), file, new("application/json"), cancellationToken);
        return (file.Length, digest);
    }

    /// <summary>Makes the archive of the parts; its size.</summary>
    public async Task<long> BuildAsync(Export export, CancellationToken cancellationToken)
    {
        await using var file = TemporaryFile.Create();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in export.Parts.OrderBy(p => p.Service, StringComparer.Ordinal))
                await AddAsync(zip, export, part.Service, cancellationToken);
            await using var manifest = await zip.CreateEntry("manifest.json", CompressionLevel.Optimal).OpenAsync(cancellationToken);
            await JsonSerializer.SerializeAsync(manifest, ExportManifest.Of(export, time.GetUtcNow()), JsonDefaults.Options, cancellationToken);
        }
        file.Position = 0;
        await objects.PutAsync(_bucket, export.ArchiveKey, file, new("application/zip"), cancellationToken);
        return file.Length;
    }

    public async Task DeletePartsAsync(Export export, CancellationToken cancellationToken) => await DeleteAsync(export.PartsFolder, cancellationToken);

    /// <summary>Everything of one export.</summary>
    public async Task DeleteAsync(Export export, CancellationToken cancellationToken)
    {
        await objects.DeleteAsync(_bucket, export.ArchiveKey, cancellationToken);
        await DeletePartsAsync(export, cancellationToken);
    }

    /// <summary>Everything of an account; the number of objects.</summary>
    public async Task<int> DeleteAllAsync(Guid accountId, CancellationToken cancellationToken) => await DeleteAsync(Export.Folder(accountId), cancellationToken);

    private async Task<int> DeleteAsync(string prefix, CancellationToken cancellationToken)
    {
        await objects.EnsureBucketAsync(_bucket, cancellationToken);
        List<string> keys = [];
        await foreach (var found in objects.ListAsync(_bucket, prefix, cancellationToken))
            keys.Add(found.Key);
        foreach (var key in keys)
            await objects.DeleteAsync(_bucket, key, cancellationToken);
        return keys.Count;
    }

    private async Task AddAsync(ZipArchive zip, Export export, string service, CancellationToken cancellationToken)
    {
        await using var part = await objects.GetAsync(_bucket, export.PartKey(service), cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException($"The part of {service} is not there.");
        await using var entry = await zip.CreateEntry($"{service}.json", CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await part.Content.CopyToAsync(entry, cancellationToken);
    }
}
