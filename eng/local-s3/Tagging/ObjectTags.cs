using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Tagging;

internal sealed class ObjectTags(BucketStore buckets, ObjectStore objects)
{
    public async Task GetAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        VersionRules.CheckNull(request);
        var record = await objects.FindAsync(bucket, request.Key, request.Aborted) ?? throw S3Error.NoSuchKey(request.Key);
        await request.ReplyAsync(TagSet.ToXml(record.Tags));
    }

    public async Task PutAsync(S3Request request)
    {
        var body = XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.SmallXml), "Tagging");
        await AmendAsync(request, TagSet.Parse(body, TagSet.MostPerObject));
    }

    public async Task DeleteAsync(S3Request request)
    {
        await AmendAsync(request, []);
        await request.NoContentAsync();
    }

    private async Task AmendAsync(S3Request request, Dictionary<string, string> tags)
    {
        var bucket = buckets.Get(request.Bucket);
        VersionRules.CheckNull(request);
        if (!await objects.AmendAsync(bucket, request.Key, record => record with { Tags = tags }))
            throw S3Error.NoSuchKey(request.Key);
    }
}
