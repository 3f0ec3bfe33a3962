using Microsoft.Extensions.Options;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Buckets;

internal sealed class ListBuckets(BucketStore buckets, IOptions<LocalS3Options> options)
{
    private const int Most = 10_000;

    public Task HandleAsync(S3Request request)
    {
        var prefix = request.Query["prefix"] ?? "";
        var most = PageSize.Parse(request, "max-buckets", Most);
        var after = ContinuationToken.Decode(request.Query["continuation-token"]) ?? "";
        var found = buckets.All()
            .Where(b => b.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(b.Name, after) > 0)
            .Take(most + 1).ToArray();
        var page = found.Take(most).ToArray();
        return request.ReplyAsync(S3Xml.Element("ListAllMyBucketsResult",
            S3Xml.Owner(),
            S3Xml.Element("Buckets", page.Select(b => S3Xml.Element("Bucket",
                S3Xml.Element("Name", b.Name),
                S3Xml.Element("CreationDate", S3Xml.Time(b.Created)),
                S3Xml.Element("BucketRegion", options.Value.Region)))),
            found.Length > most && page.Length > 0 ? S3Xml.Element("ContinuationToken", ContinuationToken.Encode(page[^1].Name)) : null));
    }
}
