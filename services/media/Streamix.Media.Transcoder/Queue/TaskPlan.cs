using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>The tasks of a job.</summary>
internal static class TaskPlan
{
    /// <summary>A second of sound takes this much of the work on a second of picture.</summary>
    private const double AudioShare = 0.05;

    public static TranscodeTask Prepare(Guid jobId, DateTimeOffset now) => new(jobId, TaskKind.Prepare, 0, "Preparation", 0, now);

    public static TranscodeTask Finish(Guid jobId, DateTimeOffset now) => new(jobId, TaskKind.Finish, 0, "Finish", 0, now);

    /// <summary>Everything between the plan and the finish.</summary>
    public static IEnumerable<TranscodeTask> Of(Guid jobId, Plan plan, bool hasTexts, DateTimeOffset now)
    {
        var rate = plan.Probe.Video.Timing.Rate;
        foreach (var chunk in plan.Chunks)
            yield return new(jobId, TaskKind.Chunk, chunk.Index, $"Chunk {chunk.Index}", rate.SecondsOf(chunk.Frames), now);
        foreach (var (number, track) in plan.Audio.Index())
            yield return new(jobId, TaskKind.Audio, number, Short($"Audio {track.Name}"), plan.Probe.Duration * AudioShare, now);
        if (hasTexts)
            yield return new(jobId, TaskKind.Texts, 0, "Texts", 1, now);
    }

    private static string Short(string name) => name.Length <= TranscodeTask.LongestName ? name : name[..TranscodeTask.LongestName];
}
