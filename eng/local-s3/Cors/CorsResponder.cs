using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Cors;

/// <summary>Answers preflights and marks answers to other origins, by the rules of the bucket.</summary>
internal sealed class CorsResponder(BucketStore buckets)
{
    public void Preflight(S3Request request)
    {
        var origin = request.Header("Origin");
        var method = request.Header("Access-Control-Request-Method");
        if (origin is null || method is null)
            throw S3Error.InvalidRequest("Insufficient information. Origin request header needed.");
        var asked = (request.Header("Access-Control-Request-Headers") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rule = buckets.Find(request.Bucket)?.Settings.Cors?.Find(origin, method, asked)
            ?? throw new S3Exception(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.", ("Method", method));
        Mark(request.Response, rule, origin);
        if (asked.Length > 0)
            request.Response.Headers.AccessControlAllowHeaders = string.Join(", ", asked.Select(h => h.ToLowerInvariant()));
        if (rule.MaxAgeSeconds is { } seconds)
            request.Response.Headers.AccessControlMaxAge = seconds.ToString(CultureInfo.InvariantCulture);
    }

    public void Decorate(S3Request request)
    {
        if (request.Header("Origin") is { } origin && buckets.Find(request.Bucket)?.Settings.Cors?.Find(origin, request.Method, []) is { } rule)
            Mark(request.Response, rule, origin);
    }

    private static void Mark(HttpResponse response, CorsRule rule, string origin)
    {
        var headers = response.Headers;
        var anyone = rule.Origins.Contains("*");
        headers.AccessControlAllowOrigin = anyone ? "*" : origin;
        if (!anyone)
            headers.AccessControlAllowCredentials = "true";
        headers.AccessControlAllowMethods = string.Join(", ", rule.Methods);
        if (rule.Exposed.Count > 0)
            headers.AccessControlExposeHeaders = string.Join(", ", rule.Exposed);
        headers.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
    }
}
