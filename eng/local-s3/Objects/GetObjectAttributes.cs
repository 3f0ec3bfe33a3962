using System.Xml.Linq;
using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Objects;

internal sealed class GetObjectAttributes(BucketStore buckets, ObjectStore objects)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        VersionRules.CheckNull(request);
        var record = await objects.FindAsync(bucket, request.Key, request.Aborted) ?? throw S3Error.NoSuchKey(request.Key);
        var asked = (request.Header("x-amz-object-attributes") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length == 0)
            throw S3Error.InvalidRequest("The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty");
        request.Response.Headers.LastModified = record.Modified.ToString("R", CultureInfo.InvariantCulture);
        await request.ReplyAsync(S3Xml.Element("GetObjectAttributesResponse", asked.Select(a => Attribute(a, record))));
    }

    private static XElement? Attribute(string name, ObjectRecord record) => name switch
    {
        "ETag" => S3Xml.Element("ETag", record.ETag),
        "ObjectSize" => S3Xml.Element("ObjectSize", record.Size),
        "StorageClass" => S3Xml.Element("StorageClass", record.StorageClass),
        "Checksum" when record.Checksum is { } checksum => S3Xml.Element("Checksum",
            S3Xml.Element(checksum.Algorithm.XmlName(), checksum.Value), S3Xml.Element("ChecksumType", checksum.Type)),
        "ObjectParts" when record.UploadId is not null => S3Xml.Element("ObjectParts",
            S3Xml.Element("PartsCount", record.Segments.Length)),
        "Checksum" or "ObjectParts" => null,
        _ => throw S3Error.InvalidArgument("Invalid attribute name specified.", "x-amz-object-attributes", name),
    };
}
