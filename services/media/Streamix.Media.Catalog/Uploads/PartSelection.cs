using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Which parts addresses are for.</summary>
internal static class PartSelection
{
    public static IReadOnlyList<PartDraft> Next(Upload upload, int after, int limit) =>
        [.. Enumerable.Range(Math.Min(after, upload.PartCount) + 1, Math.Min(limit, Math.Max(0, upload.PartCount - after))).Select(n => new PartDraft(n))];

    /// <summary>Where the next page begins; null after the last part.</summary>
    public static int? After(Upload upload, IReadOnlyList<PartDraft> parts) => parts is [.., var last] && last.Number < upload.PartCount ? last.Number : null;

    /// <summary>What is wrong, by field.</summary>
    public static Dictionary<string, string[]> Faults(Upload upload, IReadOnlyList<PartDraft> parts)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
            if (Fault(upload, parts[i]) is { } fault)
                faults[$"parts[{i}]"] = [fault];
        return faults;
    }

    private static string? Fault(Upload upload, PartDraft part)
    {
        if (part.Number < 1 || part.Number > upload.PartCount)
            return $"must be a part of this upload, 1 to {upload.PartCount}";
        if (upload.Checksum == PartChecksum.None)
            return part.Checksum is null ? null : "must have no checksum: the upload was started without";
        return part.Checksum is { } value && PartDigest.IsValid(upload.Checksum, value)
            ? null
            : $"must have its {(upload.Checksum == PartChecksum.Sha256 ? "SHA-256" : "CRC-32")} in Base64";
    }
}
