using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Tagging;

internal sealed class BucketTags(BucketStore buckets, DurableFiles files)
{
    public Task GetAsync(S3Request request) =>
        request.ReplyAsync(TagSet.ToXml(buckets.Get(request.Bucket).Settings.Tags
            ?? throw new S3Exception(404, "NoSuchTagSet", "The TagSet does not exist", ("BucketName", request.Bucket))));

    public async Task PutAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        await SettingFile.Tags.PutAsync(files, bucket, XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.SmallXml), "Tagging"));
        await request.NoContentAsync();
    }

    public Task DeleteAsync(S3Request request)
    {
        SettingFile.Tags.Delete(buckets.Get(request.Bucket));
        return request.NoContentAsync();
    }
}
