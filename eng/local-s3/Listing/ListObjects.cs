using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Listing;

/// <summary>ListObjects V1 and V2, and the versions of a bucket that has none.</summary>
internal sealed class ListObjects(BucketStore buckets)
{
    public Task HandleAsync(S3Request request) => request.Query["list-type"] switch
    {
        null or "" => FirstAsync(request),
        "2" => SecondAsync(request),
        var other => throw S3Error.InvalidArgument("Invalid List Type specified in Request", "list-type", other),
    };

    public Task VersionsAsync(S3Request request)
    {
        var encoding = KeyEncoding.Of(request);
        var marker = request.Query["key-marker"] ?? "";
        var (page, common) = Read(request, encoding, marker);
        var versions = page.Keys.Select(k =>
        {
            var item = ListingXml.Item("Version", k, encoding, owner: true);
            item.Add(S3Xml.Element("VersionId", VersionRules.Only), S3Xml.Element("IsLatest", "true"));
            return item;
        });
        return request.ReplyAsync(S3Xml.Element("ListVersionsResult", common,
            S3Xml.Element("KeyMarker", encoding.Apply(marker)),
            page.Truncated ? S3Xml.Element("NextKeyMarker", encoding.Apply(page.Last)) : null,
            page.Truncated ? S3Xml.Element("NextVersionIdMarker", VersionRules.Only) : null,
            versions, ListingXml.CommonPrefixes(page.CommonPrefixes, encoding)));
    }

    private Task FirstAsync(S3Request request)
    {
        var encoding = KeyEncoding.Of(request);
        var marker = request.Query["marker"] ?? "";
        var (page, common) = Read(request, encoding, marker);
        var next = page.Truncated && !string.IsNullOrEmpty(request.Query["delimiter"]) ? encoding.Apply(page.Last) : null;
        return request.ReplyAsync(S3Xml.Element("ListBucketResult", common,
            S3Xml.Element("Marker", encoding.Apply(marker)), S3Xml.Optional("NextMarker", next),
            ListingXml.Contents(page, encoding, owner: true), ListingXml.CommonPrefixes(page.CommonPrefixes, encoding)));
    }

    private Task SecondAsync(S3Request request)
    {
        var encoding = KeyEncoding.Of(request);
        var token = request.Query["continuation-token"];
        var startAfter = request.Query["start-after"];
        var (page, common) = Read(request, encoding, ContinuationToken.Decode(token) ?? startAfter ?? "");
        return request.ReplyAsync(S3Xml.Element("ListBucketResult", common,
            S3Xml.Element("KeyCount", page.Keys.Count + page.CommonPrefixes.Count),
            S3Xml.Optional("StartAfter", startAfter is null ? null : encoding.Apply(startAfter)),
            S3Xml.Optional("ContinuationToken", token),
            page.Truncated ? S3Xml.Element("NextContinuationToken", ContinuationToken.Encode(page.Last)) : null,
            ListingXml.Contents(page, encoding, request.Query["fetch-owner"] == "true"),
            ListingXml.CommonPrefixes(page.CommonPrefixes, encoding)));
    }

    private (ListingPage Page, XElement?[] Common) Read(S3Request request, KeyEncoding encoding, string after)
    {
        var bucket = buckets.Get(request.Bucket);
        var prefix = request.Query["prefix"] ?? "";
        var delimiter = request.Query["delimiter"] ?? "";
        var most = PageSize.Parse(request, "max-keys", Limits.Page);
        var page = KeyLister.List(bucket.Index, prefix, delimiter, after, most);
        return (page,
        [
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("Prefix", encoding.Apply(prefix)),
            S3Xml.Optional("Delimiter", delimiter.Length == 0 ? null : encoding.Apply(delimiter)),
            S3Xml.Element("MaxKeys", most),
            S3Xml.Optional("EncodingType", encoding.Name),
            S3Xml.Element("IsTruncated", S3Xml.Flag(page.Truncated)),
        ]);
    }
}
