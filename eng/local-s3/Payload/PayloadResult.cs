using Streamix.LocalS3.Checksums;

namespace Streamix.LocalS3.Payload;

internal sealed record PayloadResult(long Size, byte[] Md5, string? Sha256, Checksum? Checksum);
