using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>Which objects below an asset's folder nobody needs.</summary>
internal static class Leftovers
{
    public const string Root = "transcoder/";

    /// <summary>The asset of a key of ours; null for a key that is not.</summary>
    public static Guid? AssetOf(string key)
    {
        if (!key.StartsWith(Root, StringComparison.Ordinal))
            return null;
        var end = key.IndexOf('/', Root.Length);
        return end > 0 && Guid.TryParseExact(key.AsSpan(Root.Length, end - Root.Length), "D", out var id) ? id : null;
    }

    /// <summary>Only the committed package of an ended job whose asset still exists is needed; of a job that has not ended, everything.</summary>
    public static bool IsNeeded(string key, TranscodeJob? job)
    {
        if (job is null)
            return false;
        if (!job.State.HasEnded())
            return true;
        return job is { RemovedAt: null, PackageVersion: { } version } && key.StartsWith(PackageStore.PrefixOf(job.AssetId, version), StringComparison.Ordinal);
    }
}
