namespace Streamix.Media.Transcoder.Jobs;

/// <summary>
/// A part of a job that one worker does in one go. Who holds <see cref="Token"/> may change the row; each lease has a higher one,
/// so that a worker that was given up and goes on working changes nothing.
/// </summary>
internal sealed class TranscodeTask
{
    public const int LongestName = 100;
    public const int LongestStep = 20;

    public TranscodeTask(Guid jobId, TaskKind kind, int number, string name, double weight, DateTimeOffset now) =>
        (Id, JobId, Kind, Number, Name, Weight, DueAt) = (Guid.CreateVersion7(now), jobId, kind, number, name, weight, now);

    private TranscodeTask()
    {
    }

    public Guid Id { get; private set; }

    public Guid JobId { get; private set; }

    public TaskKind Kind { get; private set; }

    /// <summary>Of its kind, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>For people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How much of the job it is, in seconds of the title.</summary>
    public double Weight { get; private set; }

    /// <summary>The fencing token of the last lease; 0 before the first.</summary>
    public long Token { get; private set; }

    /// <summary>Who holds the lease.</summary>
    public string? Worker { get; private set; }

    /// <summary>When it may be taken. While somebody holds the lease: when the lease ends.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Errors so far.</summary>
    public int Failures { get; private set; }

    /// <summary>Workers so far that fell silent over it.</summary>
    public int Losses { get; private set; }

    /// <summary>What the worker is at.</summary>
    public string? Step { get; private set; }

    /// <summary>0 to 1.</summary>
    public double Fraction { get; private set; }

    /// <summary>Of the last lease.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What was made and where it lies (<see cref="Storing.WorkResult{T}"/>), as JSON.</summary>
    public string? Result { get; private set; }

    public bool IsDone => DoneAt is not null;

    public void Complete(string? result, DateTimeOffset now) => (DoneAt, Result, Fraction, Step, Worker) = (now, result, 1, null, null);

    /// <summary>Back into the queue.</summary>
    /// <param name="counts">False when it was no fault of the task.</param>
    public void Postpone(DateTimeOffset until, bool counts) =>
        (DueAt, Worker, Step, Fraction, Failures) = (until, null, null, 0, Failures + (counts ? 1 : 0));

    /// <summary>Done, but what was made is lost.</summary>
    public void Reopen(DateTimeOffset now)
    {
        (DoneAt, Result) = (null, null);
        Postpone(now, counts: true);
    }
}
