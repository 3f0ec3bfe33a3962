using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Signing;

/// <summary><c>AccessKey/20251231/us-east-1/s3/aws4_request</c>.</summary>
internal sealed record CredentialScope(string AccessKey, string Date, string Region, string Service, string Terminator)
{
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    public static CredentialScope? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 5 && parts.All(p => p.Length > 0) ? new(parts[0], parts[1], parts[2], parts[3], parts[4]) : null;
    }

    public void Check(string region, string timestamp, Func<string, (string, string)[], S3Exception> malformed)
    {
        if (Terminator != "aws4_request")
            throw malformed("the credential must end with \"aws4_request\".", []);
        if (Service != "s3")
            throw malformed($"incorrect service \"{Service}\". This endpoint belongs to \"s3\".", []);
        if (Region != region)
            throw malformed($"the region '{Region}' is wrong; expecting '{region}'", [("Region", region)]);
        if (!timestamp.StartsWith(Date, StringComparison.Ordinal) || Date.Length != 8)
            throw malformed($"the credential date \"{Date}\" is not that of the request.", []);
    }
}
