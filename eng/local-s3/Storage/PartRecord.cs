using Streamix.LocalS3.Checksums;

namespace Streamix.LocalS3.Storage;

internal sealed record PartRecord(int Number, string Blob, long Size, string ETag, DateTimeOffset Modified, Checksum? Checksum);
