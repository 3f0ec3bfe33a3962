using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Buckets;

/// <summary>Everything belongs to the one account; tools ask all the same.</summary>
internal sealed class Acl(BucketStore buckets, ObjectStore objects)
{
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    public async Task GetAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        if (request.Key.Length > 0 && await objects.FindAsync(bucket, request.Key, request.Aborted) is null)
            throw S3Error.NoSuchKey(request.Key);
        var grantee = S3Xml.Owner("Grantee");
        grantee.Add(new XAttribute(XNamespace.Xmlns + "xsi", Schema), new XAttribute(Schema + "type", "CanonicalUser"));
        await request.ReplyAsync(S3Xml.Element("AccessControlPolicy",
            S3Xml.Owner(),
            S3Xml.Element("AccessControlList", S3Xml.Element("Grant", grantee, S3Xml.Element("Permission", "FULL_CONTROL")))));
    }
}
