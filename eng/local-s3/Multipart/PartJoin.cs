using System.Globalization;
using System.Security.Cryptography;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Multipart;

/// <summary>Judges the client's list of parts and makes one object of them.</summary>
internal static class PartJoin
{
    public static ObjectRecord Join(Upload upload, IReadOnlyList<ClaimedPart> claimed, Checksum? expected, DateTimeOffset now)
    {
        var parts = Select(upload, claimed);
        var size = parts.Sum(p => p.Size);
        if (size > Limits.Object)
            throw S3Error.EntityTooLarge(Limits.Object);
        var checksum = Checksum(upload.Record, parts);
        if (expected is not null && checksum is not null && expected.Algorithm == checksum.Algorithm && expected.Value != checksum.Value)
            throw S3Error.BadDigest(expected.Algorithm.Name());
        var record = upload.Record;
        return new(
            record.Key, Guid.NewGuid().ToString("N"), ETag(parts.Select(p => p.ETag)), now,
            [.. parts.Select(p => new Segment(p.Blob, p.Size, p.Checksum?.Value))],
            record.Headers, record.Tags, record.StorageClass, checksum, record.Id);
    }

    /// <summary>MD5 of the parts' MD5s, and how many there are.</summary>
    public static string ETag(IEnumerable<string> etags)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var count = 0;
        foreach (var etag in etags)
        {
            md5.AppendData(Convert.FromHexString(etag));
            count++;
        }
        return $"{Convert.ToHexStringLower(md5.GetHashAndReset())}-{count.ToString(CultureInfo.InvariantCulture)}";
    }

    private static List<PartRecord> Select(Upload upload, IReadOnlyList<ClaimedPart> claimed)
    {
        var parts = new List<PartRecord>(claimed.Count);
        foreach (var claim in claimed)
        {
            if (parts.Count > 0 && claim.Number <= parts[^1].Number)
                throw new S3Exception(400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            var part = upload.Find(claim.Number);
            if (part is null || part.ETag != claim.ETag || (claim.Checksum is { } sum && part.Checksum is { } own && sum.Algorithm == own.Algorithm && sum.Value != own.Value))
                throw new S3Exception(400, "InvalidPart",
                    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
                    ("PartNumber", claim.Number.ToString(CultureInfo.InvariantCulture)), ("ETag", claim.ETag));
            parts.Add(part);
        }
        if (parts.SkipLast(1).FirstOrDefault(p => p.Size < Limits.MinimumPart) is { } small)
            throw new S3Exception(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size",
                ("ProposedSize", small.Size.ToString(CultureInfo.InvariantCulture)), ("MinSizeAllowed", "5242880"),
                ("PartNumber", small.Number.ToString(CultureInfo.InvariantCulture)));
        return parts;
    }

    private static Checksum? Checksum(UploadRecord record, List<PartRecord> parts) =>
        record.Algorithm is { } algorithm && parts.All(p => p.Checksum?.Algorithm == algorithm)
            ? PartChecksums.Join(algorithm, record.Composite, [.. parts.Select(p => (p.Checksum!.Value, p.Size))])
            : null;
}
