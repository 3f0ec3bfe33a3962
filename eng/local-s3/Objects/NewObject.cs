using Microsoft.Extensions.Primitives;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Tagging;

namespace Streamix.LocalS3.Objects;

/// <summary>What a write says of the object besides its bytes, from headers or from form fields.</summary>
internal sealed record NewObject(Dictionary<string, string> Headers, Dictionary<string, string> Tags, string StorageClass, WriteCondition Condition)
{
    public static NewObject From(S3Request request) => From(request.Headers, request.Header);

    public static NewObject From(ICollection<KeyValuePair<string, StringValues>> headers, Func<string, string?> header)
    {
        UnsupportedHeaders.Refuse(headers.Select(h => h.Key), header);
        return new(
            ObjectHeaders.From(headers),
            TagSet.FromHeader(header("x-amz-tagging")),
            UnsupportedHeaders.StorageClass(header),
            WriteCondition.From(header));
    }
}
