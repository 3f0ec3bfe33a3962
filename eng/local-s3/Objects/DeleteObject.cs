using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

internal sealed class DeleteObject(BucketStore buckets, ObjectStore objects)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        VersionRules.CheckNull(request);
        var match = request.Header("If-Match");
        await objects.DeleteAsync(bucket, request.Key, current =>
            match is null || current is null || ETags.Match(match, current.ETag) ? true : throw S3Error.PreconditionFailed("If-Match"));
        await request.NoContentAsync();
    }
}
