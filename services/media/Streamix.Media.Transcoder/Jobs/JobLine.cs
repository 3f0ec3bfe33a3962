namespace Streamix.Media.Transcoder.Jobs;

/// <summary>A line of a job's log, for operators. Never holds addresses with signatures, keys or paths of a machine.</summary>
internal sealed class JobLine
{
    public const int LongestText = 2000;
    public const int LongestWorker = 100;

    public JobLine(Guid jobId, string? worker, string text, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (JobId, Worker, At) = (jobId, worker, now);
        Text = LogText.Clean(text, LongestText);
    }

    private JobLine()
    {
    }

    public Guid Id { get; private set; }

    public Guid JobId { get; private set; }

    public string? Worker { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
