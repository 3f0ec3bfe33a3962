using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>Conditions of a read (RFC 9110 section 13.2.2) and, under another prefix, of a copy's source.</summary>
internal static class ReadCondition
{
    public const string CopySource = "x-amz-copy-source-";

    /// <summary>True when the client's copy is still good (304).</summary>
    public static bool NotModified(ObjectRecord record, Func<string, string?> header, string prefix = "")
    {
        if (header(prefix + "If-Match") is { } match)
        {
            if (!ETags.Match(match, record.ETag))
                throw S3Error.PreconditionFailed("If-Match");
        }
        else if (Date(header(prefix + "If-Unmodified-Since")) is { } unmodified && Second(record) > unmodified)
            throw S3Error.PreconditionFailed("If-Unmodified-Since");
        if (header(prefix + "If-None-Match") is { } none)
            return ETags.Match(none, record.ETag);
        return Date(header(prefix + "If-Modified-Since")) is { } modified && Second(record) <= modified;
    }

    /// <summary>Whether If-Range, when given, still names this version.</summary>
    public static bool RangeHolds(ObjectRecord record, string? ifRange) =>
        ifRange is null || (Date(ifRange) is { } date ? Second(record) <= date : ifRange.Trim('"') == record.ETag);

    private static DateTimeOffset? Date(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static DateTimeOffset Second(ObjectRecord record) =>
        DateTimeOffset.FromUnixTimeSeconds(record.Modified.ToUnixTimeSeconds());
}
