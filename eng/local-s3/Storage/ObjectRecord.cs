using Streamix.LocalS3.Checksums;

namespace Streamix.LocalS3.Storage;

/// <summary>The metadata file of one key. <paramref name="Version"/> names its set of blobs.</summary>
internal sealed record ObjectRecord(
    string Key,
    string Version,
    string ETag,
    DateTimeOffset Modified,
    Segment[] Segments,
    Dictionary<string, string> Headers,
    Dictionary<string, string> Tags,
    string StorageClass,
    Checksum? Checksum = null,
    string? UploadId = null)
{
    public long Size { get; init; } = Segments.Sum(s => s.Size);

    public string QuotedETag => $"\"{ETag}\"";
}
