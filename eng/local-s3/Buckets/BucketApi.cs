using Microsoft.Extensions.Options;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Buckets;

internal sealed class BucketApi(BucketStore buckets, IOptions<LocalS3Options> options)
{
    private string Region => options.Value.Region;

    public async Task CreateAsync(S3Request request)
    {
        BucketNames.Check(request.Bucket);
        await CheckLocationAsync(request);
        // us-east-1 alone answers a repeat with success, as it does at AWS.
        if (!await buckets.CreateAsync(request.Bucket) && Region != "us-east-1")
            throw new S3Exception(409, "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it.", ("BucketName", request.Bucket));
        request.Response.Headers.Location = "/" + request.Bucket;
    }

    public Task HeadAsync(S3Request request)
    {
        buckets.Get(request.Bucket);
        request.Response.Headers["x-amz-bucket-region"] = Region;
        return Task.CompletedTask;
    }

    public async Task DeleteAsync(S3Request request)
    {
        await buckets.DeleteAsync(buckets.Get(request.Bucket));
        await request.NoContentAsync();
    }

    public Task LocationAsync(S3Request request)
    {
        buckets.Get(request.Bucket);
        return request.ReplyAsync(S3Xml.Element("LocationConstraint", Region == "us-east-1" ? null : Region));
    }

    private async Task CheckLocationAsync(S3Request request)
    {
        var body = await Payloads.ReadSmallAsync(request, Limits.SmallXml);
        if (body.Length == 0)
            return;
        var location = XmlInput.Parse(body, "CreateBucketConfiguration").Text("LocationConstraint");
        if (!string.IsNullOrEmpty(location) && location != Region)
            throw new S3Exception(400, "IllegalLocationConstraintException",
                $"The {location} location constraint is incompatible for the region specific endpoint this request was sent to.");
    }
}
