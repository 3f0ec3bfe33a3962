using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

internal sealed class ListParts(BucketStore buckets)
{
    public Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var upload = UploadStore.Get(bucket, request.Key, request.Query["uploadId"]!);
        var most = PageSize.Parse(request, "max-parts", Limits.Page);
        var after = PageSize.Parse(request, "part-number-marker", int.MaxValue);
        var marker = request.Query["part-number-marker"] is { Length: > 0 } ? after : 0;
        var rest = upload.Parts().Where(p => p.Number > marker).Take(most + 1).ToArray();
        var page = rest.Take(most).ToArray();
        return request.ReplyAsync(S3Xml.Element("ListPartsResult",
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", KeyEncoding.Of(request).Apply(request.Key)),
            S3Xml.Element("UploadId", upload.Record.Id),
            S3Xml.Owner("Initiator"), S3Xml.Owner(),
            S3Xml.Element("StorageClass", upload.Record.StorageClass),
            S3Xml.Element("PartNumberMarker", marker),
            page.Length > 0 ? S3Xml.Element("NextPartNumberMarker", page[^1].Number) : null,
            S3Xml.Element("MaxParts", most),
            S3Xml.Element("IsTruncated", S3Xml.Flag(rest.Length > most && most > 0)),
            upload.Record.Algorithm is { } algorithm ? S3Xml.Element("ChecksumAlgorithm", algorithm.Name()) : null,
            upload.Record.Algorithm is null ? null : S3Xml.Element("ChecksumType", upload.Record.Composite ? "COMPOSITE" : "FULL_OBJECT"),
            page.Select(p => S3Xml.Element("Part",
                S3Xml.Element("PartNumber", p.Number),
                S3Xml.Element("LastModified", S3Xml.Time(p.Modified)),
                S3Xml.Element("ETag", $"\"{p.ETag}\""),
                S3Xml.Element("Size", p.Size),
                p.Checksum is { } sum ? S3Xml.Element(sum.Algorithm.XmlName(), sum.Value) : null))));
    }
}
