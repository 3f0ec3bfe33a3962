using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Lifecycle;

internal sealed class BucketLifecycle(BucketStore buckets, DurableFiles files)
{
    public Task GetAsync(S3Request request) =>
        request.ReplyAsync(buckets.Get(request.Bucket).Settings.Lifecycle?.Xml
            ?? throw new S3Exception(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", ("BucketName", request.Bucket)));

    public async Task PutAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var body = XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.LargeXml), "LifecycleConfiguration");
        await SettingFile.Lifecycle.PutAsync(files, bucket, body);
    }

    public Task DeleteAsync(S3Request request)
    {
        SettingFile.Lifecycle.Delete(buckets.Get(request.Bucket));
        return request.NoContentAsync();
    }
}
