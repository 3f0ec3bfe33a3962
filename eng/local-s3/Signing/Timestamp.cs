using System.Globalization;

namespace Streamix.LocalS3.Signing;

internal static class Timestamp
{
    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(text, Basic, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);
}
