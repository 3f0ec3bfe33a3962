using Streamix.LocalS3.Checksums;

namespace Streamix.LocalS3.Storage;

/// <summary>A multipart upload as it was initiated; ids sort by time.</summary>
internal sealed record UploadRecord(
    string Id,
    string Key,
    DateTimeOffset Initiated,
    Dictionary<string, string> Headers,
    Dictionary<string, string> Tags,
    string StorageClass,
    ChecksumAlgorithm? Algorithm,
    bool Composite);
