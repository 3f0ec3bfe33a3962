using Streamix.LocalS3.Http;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

internal sealed class ListUploads(BucketStore buckets)
{
    public Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var encoding = KeyEncoding.Of(request);
        var (prefix, delimiter) = (request.Query["prefix"] ?? "", request.Query["delimiter"] ?? "");
        var (keyMarker, idMarker) = (request.Query["key-marker"] ?? "", request.Query["upload-id-marker"] ?? "");
        var most = PageSize.Parse(request, "max-uploads", Limits.Page);
        var page = UploadLister.List(bucket.Uploads.Values.Select(u => u.Record), prefix, delimiter, keyMarker, idMarker, most);
        return request.ReplyAsync(S3Xml.Element("ListMultipartUploadsResult",
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("KeyMarker", encoding.Apply(keyMarker)),
            S3Xml.Element("UploadIdMarker", idMarker),
            page.Truncated ? S3Xml.Element("NextKeyMarker", encoding.Apply(page.NextKey)) : null,
            page.Truncated ? S3Xml.Element("NextUploadIdMarker", page.NextId) : null,
            S3Xml.Element("Prefix", encoding.Apply(prefix)),
            S3Xml.Optional("Delimiter", delimiter.Length == 0 ? null : encoding.Apply(delimiter)),
            S3Xml.Element("MaxUploads", most),
            S3Xml.Optional("EncodingType", encoding.Name),
            S3Xml.Element("IsTruncated", S3Xml.Flag(page.Truncated)),
            page.Uploads.Select(u => S3Xml.Element("Upload",
                S3Xml.Element("Key", encoding.Apply(u.Key)),
                S3Xml.Element("UploadId", u.Id),
                S3Xml.Owner("Initiator"), S3Xml.Owner(),
                S3Xml.Element("StorageClass", u.StorageClass),
                S3Xml.Element("Initiated", S3Xml.Time(u.Initiated)))),
            ListingXml.CommonPrefixes(page.CommonPrefixes, encoding)));
    }
}
