using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Signing;

internal static class HeaderClaim
{
    public static SignatureClaim Read(S3Request request, string authorization, DateTimeOffset now)
    {
        var fields = Fields(authorization);
        var credential = CredentialScope.Parse(Field(fields, "Credential"))
            ?? throw AccessError.MalformedHeader("the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        var (timestamp, instant) = Instant(request);
        if ((instant - now).Duration() > Limits.Skew)
            throw AccessError.Skewed(timestamp, now);
        return new(credential, Field(fields, "SignedHeaders").Split(';'), Field(fields, "Signature"), timestamp, Hash(request));
    }

    private static Dictionary<string, string> Fields(string authorization)
    {
        if (!authorization.StartsWith(SigningKey.Algorithm, StringComparison.Ordinal))
            throw AccessError.UnsupportedMechanism();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in authorization[SigningKey.Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                fields[field[..equals]] = field[(equals + 1)..];
        }
        return fields;
    }

    private static string Field(Dictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw AccessError.MalformedHeader($"the authorization component \"{name}\" is missing.");

    private static (string, DateTimeOffset) Instant(S3Request request)
    {
        if (request.Header("x-amz-date") is { } basic && Timestamp.Parse(basic) is { } instant)
            return (basic, instant);
        if (request.Header("x-amz-date") is null
            && DateTimeOffset.TryParseExact(request.Header("Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return (Timestamp.Format(date), date);
        throw AccessError.Denied("AWS authentication requires a valid Date or x-amz-date header");
    }

    private static string Hash(S3Request request)
    {
        var hash = request.Header("x-amz-content-sha256")
            ?? throw S3Error.InvalidRequest("Missing required header for this request: x-amz-content-sha256");
        return ContentHash.IsValid(hash)
            ? hash
            : throw S3Error.InvalidArgument(
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, one of the STREAMING- values, or a valid sha256 value.", "x-amz-content-sha256", hash);
    }
}
