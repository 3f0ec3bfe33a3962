using System.Globalization;

namespace Streamix.LocalS3.Storage;

/// <summary>What a listing tells of a key, without its strings.</summary>
internal readonly record struct IndexEntry(UInt128 Md5, long Size, long ModifiedMs, int Parts, byte StorageClass)
{
    public string ETag => Parts == 0
        ? Md5.ToString("x32", CultureInfo.InvariantCulture)
        : $"{Md5.ToString("x32", CultureInfo.InvariantCulture)}-{Parts.ToString(CultureInfo.InvariantCulture)}";

    public DateTimeOffset Modified => DateTimeOffset.FromUnixTimeMilliseconds(ModifiedMs);

    public static IndexEntry Of(ObjectRecord record)
    {
        var dash = record.ETag.IndexOf('-', StringComparison.Ordinal);
        var md5 = dash < 0 ? record.ETag : record.ETag[..dash];
        var parts = dash < 0 ? 0 : int.Parse(record.ETag.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        return new(
            UInt128.Parse(md5, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            record.Size, record.Modified.ToUnixTimeMilliseconds(), parts, StorageClasses.Code(record.StorageClass));
    }
}
