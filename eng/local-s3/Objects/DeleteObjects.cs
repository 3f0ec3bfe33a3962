using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Objects;

internal sealed class DeleteObjects(BucketStore buckets, ObjectStore objects)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var body = XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.LargeXml), "Delete");
        var entries = body.All("Object").ToArray();
        if (entries.Length is 0 or > Limits.BatchDelete || entries.Any(e => string.IsNullOrEmpty(e.Text("Key"))))
            throw S3Error.MalformedXml();
        var quiet = body.Text("Quiet") == "true";
        var result = S3Xml.Element("DeleteResult");
        foreach (var entry in entries)
        {
            var outcome = await DeleteAsync(bucket, entry);
            if (!quiet || outcome.Name.LocalName == "Error")
                result.Add(outcome);
        }
        await request.ReplyAsync(result);
    }

    private async Task<XElement> DeleteAsync(Bucket bucket, XElement entry)
    {
        var key = entry.Text("Key")!;
        var match = entry.Text("ETag");
        try
        {
            VersionRules.CheckNull(entry.Text("VersionId"));
            await objects.DeleteAsync(bucket, key, current =>
                match is null || current is null || ETags.Match(match, current.ETag) ? true : throw S3Error.PreconditionFailed("ETag"));
            return S3Xml.Element("Deleted", S3Xml.Element("Key", key));
        }
        catch (S3Exception error)
        {
            return S3Xml.Element("Error", S3Xml.Element("Key", key), S3Xml.Element("Code", error.Code), S3Xml.Element("Message", error.Message));
        }
    }
}
