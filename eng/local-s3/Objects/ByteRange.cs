using System.Globalization;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Objects;

/// <summary>A stretch of an object, by first byte and length.</summary>
internal readonly record struct ByteRange(long First, long Length)
{
    public long Last => First + Length - 1;

    public static ByteRange Whole(long size) => new(0, size);

    /// <summary>Null when the header is none we serve (several ranges, other units): the whole object answers then.</summary>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith("bytes=", StringComparison.Ordinal))
            return null;
        var dash = header.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryNumber(header[6..dash], out var first) || !TryNumber(header[(dash + 1)..], out var last))
            return null;
        if (first is null && last is null)
            return null;
        if (first is null)
            return last > 0 && size > 0 ? Suffix(last.Value, size) : throw Unsatisfiable(header, size);
        if (last < first)
            return null;
        if (first >= size)
            throw Unsatisfiable(header, size);
        return new(first.Value, Math.Min(last ?? long.MaxValue, size - 1) - first.Value + 1);
    }

    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last}/{size}");

    private static ByteRange Suffix(long count, long size) => new(Math.Max(0, size - count), Math.Min(count, size));

    private static bool TryNumber(string text, out long? number)
    {
        number = null;
        if (text.Length == 0)
            return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        number = value;
        return true;
    }

    private static S3Exception Unsatisfiable(string header, long size) =>
        new(416, "InvalidRange", "The requested range is not satisfiable",
            ("RangeRequested", header), ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture)));
}
