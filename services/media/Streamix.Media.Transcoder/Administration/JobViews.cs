using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>A job in a list.</summary>
internal sealed record JobSummary(
    Guid Id, Guid AssetId, Guid TitleId, string FileName, int Priority, JobState State, string Stage, double Fraction, string? Code, string? Reason,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public static JobSummary Of(TranscodeJob j) =>
        new(j.Id, j.AssetId, j.TitleId, j.FileName, j.Priority, j.State, j.Stage, j.Fraction, j.Code, j.Reason, j.CreatedAt, j.StartedAt, j.EndedAt);
}

/// <summary>Everything about a job.</summary>
/// <param name="Asked">What it was asked for.</param>
/// <param name="Run">1, and 1 more with each retry.</param>
/// <param name="Plan">What is made, and why; null before the plan.</param>
/// <param name="Tasks">Attempts and times of each part.</param>
/// <param name="Log">The last lines, oldest first.</param>
/// <param name="Package">What was made; null before the end.</param>
/// <param name="Renditions">How far each is.</param>
/// <param name="Quality">What was measured of each, as far as it is encoded.</param>
internal sealed record JobFile(
    JobSummary Job, JobAsked Asked, int Run, PlanView? Plan, IReadOnlyList<TaskView> Tasks, IReadOnlyList<JobLineView> Log, MediaPackage? Package,
    IReadOnlyList<RenditionProgress> Renditions, IReadOnlyList<RenditionQuality> Quality);

/// <summary>What a job was asked for.</summary>
internal sealed record JobAsked(string Kind, long Bytes, bool Protected, IReadOnlyList<Marker> Markers)
{
    public static JobAsked Of(TranscodeJob j) => new(j.Kind, j.Bytes, j.Protected, Json.Read<List<Marker>>(j.Markers));
}

/// <summary>A part of a job.</summary>
/// <param name="Failures">Attempts that failed.</param>
/// <param name="Losses">Workers that fell silent over it.</param>
/// <param name="DueAt">While nobody is at it: when it may be tried.</param>
/// <param name="Seconds">Of the attempt that succeeded.</param>
internal sealed record TaskView(
    string Name, TaskKind Kind, bool Done, string? Worker, string? Step, double Fraction, int Failures, int Losses, DateTimeOffset? DueAt,
    DateTimeOffset? StartedAt, DateTimeOffset? DoneAt, double? Seconds)
{
    public static TaskView Of(TranscodeTask t) => new(
        t.Name, t.Kind, t.IsDone, t.Worker, t.Step, t.Fraction, t.Failures, t.Losses, t.IsDone || t.Worker is not null ? null : t.DueAt,
        t.StartedAt, t.DoneAt, t is { DoneAt: { } done, StartedAt: { } started } ? Math.Round((done - started).TotalSeconds, 3) : null);
}

/// <summary>A line of the log.</summary>
internal sealed record JobLineView(DateTimeOffset At, string? Worker, string Text);
