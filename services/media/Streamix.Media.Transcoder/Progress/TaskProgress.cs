using System.Linq.Expressions;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Progress;

/// <summary>How far a task is.</summary>
internal sealed record TaskProgress(TaskKind Kind, double Weight, double Fraction, string? Step, bool Done)
{
    public static Expression<Func<TranscodeTask, TaskProgress>> Of { get; } = t => new(t.Kind, t.Weight, t.Fraction, t.Step, t.DoneAt != null);

    public static TaskProgress OfTask(TranscodeTask task) => new(task.Kind, task.Weight, task.Fraction, task.Step, task.IsDone);

    public double Reached => Done ? 1 : Math.Clamp(Fraction, 0, 1);
}
