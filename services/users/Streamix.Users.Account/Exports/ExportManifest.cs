namespace Streamix.Users.Account.Exports;

/// <summary>What an archive holds, as <c>manifest.json</c> inside it.</summary>
internal sealed record ExportManifest(string Format, Guid ExportId, Guid AccountId, DateTimeOffset RequestedAt, DateTimeOffset CreatedAt, IReadOnlyList<ExportManifestFile> Files)
{
    public static ExportManifest Of(Export export, DateTimeOffset now) => new(
        "streamix-export/1", export.Id, export.AccountId, export.RequestedAt, now,
        [.. export.Parts.OrderBy(p => p.Service, StringComparer.Ordinal).Select(p => new ExportManifestFile($"{p.Service}.json", p.Service, p.Bytes ?? 0, p.Digest ?? "", p.CollectedAt))]);
}

internal sealed record ExportManifestFile(string File, string Service, long Bytes, string Sha256, DateTimeOffset? CollectedAt);
