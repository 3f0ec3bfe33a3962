using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Multipart;

internal sealed record UploadPage(IReadOnlyList<UploadRecord> Uploads, IReadOnlyList<string> CommonPrefixes, bool Truncated, string NextKey, string NextId);

/// <summary>Uploads in progress by key, then by age.</summary>
internal static class UploadLister
{
    public static UploadPage List(IEnumerable<UploadRecord> all, string prefix, string delimiter, string afterKey, string afterId, int most)
    {
        var rest = all
            .Where(u => u.Key.StartsWith(prefix, StringComparison.Ordinal) && Behind(u, afterKey, afterId))
            .OrderBy(u => u.Key, StringComparer.Ordinal).ThenBy(u => u.Id, StringComparer.Ordinal);
        var uploads = new List<UploadRecord>();
        var prefixes = new List<string>();
        var (nextKey, nextId) = ("", "");
        foreach (var upload in rest)
        {
            var common = CommonPrefix(upload.Key, prefix, delimiter);
            if (common is not null && (common == afterKey || (prefixes.Count > 0 && prefixes[^1] == common)))
                continue;
            if (uploads.Count + prefixes.Count == most)
                return new(uploads, prefixes, most > 0, nextKey, nextId);
            if (common is null)
                uploads.Add(upload);
            else
                prefixes.Add(common);
            (nextKey, nextId) = common is null ? (upload.Key, upload.Id) : (common, "");
        }
        return new(uploads, prefixes, false, nextKey, nextId);
    }

    private static bool Behind(UploadRecord upload, string key, string id)
    {
        var order = string.CompareOrdinal(upload.Key, key);
        return key.Length == 0 || order > 0 || (order == 0 && id.Length > 0 && string.CompareOrdinal(upload.Id, id) > 0);
    }

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        var at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter.Length)];
    }
}
