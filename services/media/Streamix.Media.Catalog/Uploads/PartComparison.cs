using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Compares what a client says it sent with what the store holds and with how the file was to be cut.</summary>
internal static class PartComparison
{
    /// <summary>As many as a person reads.</summary>
    private const int MostErrors = 50;

    /// <summary>What differs, by field; empty when nothing does.</summary>
    public static Dictionary<string, string[]> Differences(Upload upload, IReadOnlyList<PartClaim> claims, IReadOnlyList<UploadedPart> stored)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Order(upload.PartCount, claims) is { } order)
            errors["parts"] = [order];
        var present = stored.ToDictionary(p => p.Number);
        for (var i = 0; i < claims.Count && errors.Count < MostErrors; i++)
            if (Difference(upload, claims[i], present.GetValueOrDefault(claims[i].Number)) is { } difference)
                errors[$"parts[{i}]"] = [difference];
        return errors;
    }

    /// <summary>What has not arrived in its size.</summary>
    public static IReadOnlyList<PartRange> Missing(PartPlan plan, IReadOnlyList<UploadedPart> stored)
    {
        var good = stored.Where(p => p.Number <= plan.Count && p.Bytes == plan.BytesOf(p.Number)).Select(p => p.Number).ToHashSet();
        List<PartRange> missing = [];
        for (var number = 1; number <= plan.Count; number++)
        {
            if (good.Contains(number))
                continue;
            if (missing is [.., var last] && last.To == number - 1)
                missing[^1] = last with { To = number };
            else
                missing.Add(new(number, number));
        }
        return missing;
    }

    private static string? Order(int count, IReadOnlyList<PartClaim> claims)
    {
        for (var i = 1; i < claims.Count; i++)
            if (claims[i].Number <= claims[i - 1].Number)
                return $"must be in order, each part once: {claims[i].Number} comes after {claims[i - 1].Number}";
        var absent = Enumerable.Range(1, count).Except(claims.Select(c => c.Number)).Take(10).ToList();
        return absent.Count > 0 ? $"must be all {count}; missing: {string.Join(", ", absent)}" : null;
    }

    private static string? Difference(Upload upload, PartClaim claim, UploadedPart? stored)
    {
        if (claim.Number < 1 || claim.Number > upload.PartCount)
            return $"part {claim.Number} is none of the {upload.PartCount} of this upload";
        if (stored is null)
            return $"part {claim.Number} has not arrived; send it";
        if (stored.Bytes != upload.Plan.BytesOf(claim.Number))
            return $"part {claim.Number} has {stored.Bytes} bytes in the store instead of {upload.Plan.BytesOf(claim.Number)}; send it again";
        if (!string.Equals(stored.ETag, claim.BareETag, StringComparison.OrdinalIgnoreCase))
            return $"part {claim.Number} has another ETag in the store: {stored.ETag}; send it again";
        if (upload.Checksum != PartChecksum.None && stored.Digest?.Value != claim.Checksum)
            return $"part {claim.Number} has another checksum in the store: {stored.Digest?.Value ?? "none"}; send it again";
        return null;
    }
}
