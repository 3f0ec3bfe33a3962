using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Objects;

/// <summary>Versioning is off: the only version is "null".</summary>
internal static class VersionRules
{
    public const string Only = "null";

    public static void CheckNull(S3Request request) => CheckNull(request.Query["versionId"]);

    public static void CheckNull(string? version)
    {
        if (version is not (null or "" or Only))
            throw S3Error.InvalidArgument("Invalid version id specified", "versionId", version);
    }
}
