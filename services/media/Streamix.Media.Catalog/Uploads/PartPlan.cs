using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>How a file is cut: equal parts of whole MiB but for the last one, as small as their number allows.</summary>
internal sealed record PartPlan(long Bytes, long PartBytes, int Count)
{
    /// <summary>Smaller parts cost more requests than a broken one costs time.</summary>
    public const long Least = 8L << 20;

    private const long Step = 1L << 20;

    public static PartPlan Of(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        var needed = (bytes + IMultipartUploads.MostParts - 1) / IMultipartUploads.MostParts;
        var part = Math.Max(Least, (needed + Step - 1) / Step * Step);
        return new(bytes, part, (int)((bytes + part - 1) / part));
    }

    public long OffsetOf(int number) => (number - 1) * PartBytes;

    public long BytesOf(int number) => number == Count ? Bytes - OffsetOf(number) : PartBytes;
}
