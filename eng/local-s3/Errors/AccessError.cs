using System.Globalization;

namespace Streamix.LocalS3.Errors;

internal static class AccessError
{
    public static S3Exception Denied(string message = "Access Denied", params (string, string)[] details) =>
        new(403, "AccessDenied", message, details);

    public static S3Exception UnknownKey(string accessKey) =>
        new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", ("AWSAccessKeyId", accessKey));

    public static S3Exception WrongSignature(string accessKey, string stringToSign = "") =>
        new(403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            ("AWSAccessKeyId", accessKey), ("StringToSign", stringToSign));

    public static S3Exception Skewed(string given, DateTimeOffset now) =>
        new(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.",
            ("RequestTime", given), ("ServerTime", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("MaxAllowedSkewMilliseconds", Limits.Skew.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)));

    public static S3Exception MalformedHeader(string message, params (string, string)[] details) =>
        new(400, "AuthorizationHeaderMalformed", $"The authorization header is malformed; {message}", details);

    public static S3Exception MalformedQuery(string message, params (string, string)[] details) =>
        new(400, "AuthorizationQueryParametersError", message, details);

    public static S3Exception UnsupportedMechanism() =>
        S3Error.InvalidRequest("The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
}
