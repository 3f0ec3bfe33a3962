using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Objects;

/// <summary><c>response-content-type=…</c> and its like, which presigned links use.</summary>
internal static class ResponseOverrides
{
    private static readonly string[] Names =
    [
        "content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding",
    ];

    public static void Apply(S3Request request)
    {
        foreach (var name in Names)
            if (request.Query["response-" + name] is { } value)
                request.Response.Headers[name] = HeaderText.Of(value);
    }
}
