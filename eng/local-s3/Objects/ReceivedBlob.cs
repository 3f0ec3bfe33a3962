using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

internal sealed record ReceivedBlob(string Blob, long Size, byte[] Md5, Checksum? Checksum)
{
    public string ETag => Convert.ToHexStringLower(Md5);

    public Segment Segment => new(Blob, Size, Checksum?.Value);
}
