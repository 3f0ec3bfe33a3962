using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Multipart;

/// <summary>Makes a received blob a part of an upload, or throws it away when the upload is gone.</summary>
internal sealed class PartStore(UploadStore uploads, BlobStore blobs, TimeProvider clock)
{
    public async Task<PartRecord> KeepAsync(Bucket bucket, Upload upload, int number, ReceivedBlob blob)
    {
        var part = new PartRecord(number, blob.Blob, blob.Size, blob.ETag, clock.GetUtcNow(), blob.Checksum);
        try
        {
            await uploads.PutPartAsync(bucket, upload, part);
            return part;
        }
        catch (S3Exception)
        {
            blobs.Discard([blob.Blob]);
            throw;
        }
    }
}
