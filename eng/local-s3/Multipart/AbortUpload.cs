using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Multipart;

internal sealed class AbortUpload(BucketStore buckets, UploadStore uploads)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        await uploads.AbortAsync(bucket, UploadStore.Get(bucket, request.Key, request.Query["uploadId"]!));
        await request.NoContentAsync();
    }
}
