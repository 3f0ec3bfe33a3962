using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>If-Match and If-None-Match of a write, judged at the commit point.</summary>
internal sealed record WriteCondition(string? IfMatch, bool IfAbsent)
{
    public static readonly WriteCondition None = new(null, false);

    public static WriteCondition From(Func<string, string?> header)
    {
        var absent = header("If-None-Match");
        if (absent is not null && absent.Trim() != "*")
            throw S3Error.NotImplemented("If-None-Match with an ETag on writes");
        return new(header("If-Match"), absent is not null);
    }

    public void Check(ObjectRecord? current, string key)
    {
        if (IfAbsent && current is not null)
            throw S3Error.PreconditionFailed("If-None-Match");
        if (IfMatch is null)
            return;
        if (current is null)
            throw S3Error.NoSuchKey(key);
        if (!ETags.Match(IfMatch, current.ETag))
            throw S3Error.PreconditionFailed("If-Match");
    }
}
