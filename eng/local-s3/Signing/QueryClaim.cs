using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Signing;

internal static class QueryClaim
{
    public static SignatureClaim Read(S3Request request, DateTimeOffset now)
    {
        if (Parameter(request, "X-Amz-Algorithm") != SigningKey.Algorithm)
            throw AccessError.MalformedQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
        var credential = CredentialScope.Parse(Parameter(request, "X-Amz-Credential"))
            ?? throw AccessError.MalformedQuery("Error parsing the X-Amz-Credential parameter; the Credential is mal-formed");
        var timestamp = Parameter(request, "X-Amz-Date");
        var signed = Timestamp.Parse(timestamp)
            ?? throw AccessError.MalformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        CheckTime(signed, Lifetime(request), now);
        var headers = Parameter(request, "X-Amz-SignedHeaders").Split(';');
        return new(credential, headers, Parameter(request, "X-Amz-Signature"), timestamp, Hash(request, headers));
    }

    private static string Parameter(S3Request request, string name) =>
        request.Query[name] is { Length: > 0 } value
            ? value
            : throw AccessError.MalformedQuery(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

    private static TimeSpan Lifetime(S3Request request)
    {
        if (!long.TryParse(Parameter(request, "X-Amz-Expires"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw AccessError.MalformedQuery("X-Amz-Expires should be a number");
        if (seconds < 0)
            throw AccessError.MalformedQuery("X-Amz-Expires must be non-negative");
        return seconds > Limits.Presigned.TotalSeconds
            ? throw AccessError.MalformedQuery("X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds")
            : TimeSpan.FromSeconds(seconds);
    }

    private static void CheckTime(DateTimeOffset signed, TimeSpan lifetime, DateTimeOffset now)
    {
        if (signed > now + Limits.Skew)
            throw AccessError.Denied("Request is not valid yet", ("X-Amz-Date", Timestamp.Format(signed)), ("ServerTime", Timestamp.Format(now)));
        if (signed + lifetime < now)
            throw AccessError.Denied("Request has expired", ("Expires", Timestamp.Format(signed + lifetime)), ("ServerTime", Timestamp.Format(now)));
    }

    private static string Hash(S3Request request, string[] signedHeaders)
    {
        if (request.Query["X-Amz-Content-Sha256"] is { } announced && ContentHash.IsValid(announced))
            return announced;
        return signedHeaders.Contains("x-amz-content-sha256")
            && request.Header("x-amz-content-sha256") is { } header && ContentHash.IsValid(header) ? header : ContentHash.Unsigned;
    }
}
