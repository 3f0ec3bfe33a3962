using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>The right to work on a task, as both were when it was taken.</summary>
internal sealed record TaskLease(TranscodeJob Job, TranscodeTask Task)
{
    public long Token => Task.Token;

    public string Worker => Task.Worker ?? "";

    public override string ToString() => $"{Task.Name} of {Job.Id} under {Token}";
}
