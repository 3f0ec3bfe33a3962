using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Buckets;

/// <summary>Versioning is off and stays off.</summary>
internal sealed class Versioning(BucketStore buckets)
{
    public Task GetAsync(S3Request request)
    {
        buckets.Get(request.Bucket);
        return request.ReplyAsync(S3Xml.Element("VersioningConfiguration"));
    }

    public async Task PutAsync(S3Request request)
    {
        buckets.Get(request.Bucket);
        var body = XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.SmallXml), "VersioningConfiguration");
        if (body.Text("Status") is not "Suspended")
            throw S3Error.NotImplemented("versioning");
    }
}
