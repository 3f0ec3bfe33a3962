using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>The ends of jobs, told to others in the same commit.</summary>
internal static class Endings
{
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public static bool Finish(this IEventPublisher events, TranscodeJob job, MediaPackage package, DateTimeOffset now)
    {
        if (!job.Finish(package, now))
            return false;
        events.Publish(new AssetTranscoded(job.AssetId, job.TitleId, job.Id, package, now), job.Subject);
        return true;
    }

    public static bool Reject(this IEventPublisher events, TranscodeJob job, string code, string reason, DateTimeOffset now)
    {
        if (!job.Reject(code, reason, now))
            return false;
        events.Publish(new AssetRejected(job.AssetId, job.TitleId, job.Id, code, job.Reason ?? reason, now), job.Subject);
        return true;
    }

    public static bool Fail(this IEventPublisher events, TranscodeJob job, string reason, DateTimeOffset now)
    {
        if (!job.Fail(reason, now))
            return false;
        events.Publish(new AssetTranscodeEnded(job.AssetId, job.TitleId, job.Id, Failed, job.Reason ?? reason, now), job.Subject);
        return true;
    }

    public static bool Cancel(this IEventPublisher events, TranscodeJob job, string reason, DateTimeOffset now)
    {
        if (!job.Cancel(reason, now))
            return false;
        events.Publish(new AssetTranscodeEnded(job.AssetId, job.TitleId, job.Id, Cancelled, job.Reason ?? reason, now), job.Subject);
        return true;
    }
}
