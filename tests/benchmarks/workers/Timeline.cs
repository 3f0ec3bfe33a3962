using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Benchmarks.Workers;

/// <summary>When what was done.</summary>
/// <param name="Whole">From the upload's event to the stored package.</param>
/// <param name="Prepare">The first task: nobody can help.</param>
/// <param name="Spread">Chunks and audio, from the first begin to the last end.</param>
/// <param name="Finish">The last task: nobody can help.</param>
/// <param name="Chunks">How many.</param>
internal sealed record Timeline(TimeSpan Whole, TimeSpan Prepare, TimeSpan Spread, TimeSpan Finish, int Chunks)
{
    public static Timeline Of(TranscodeJob job, IReadOnlyList<TranscodeTask> tasks)
    {
        var (prepare, finish) = (tasks.Single(task => task.Kind == TaskKind.Prepare), tasks.Single(task => task.Kind == TaskKind.Finish));
        var between = tasks.Where(task => task.Kind is not TaskKind.Prepare and not TaskKind.Finish).ToArray();
        return new(
            finish.DoneAt!.Value - job.CreatedAt, Of(prepare), between.Max(task => task.DoneAt!.Value) - between.Min(task => task.StartedAt!.Value), Of(finish),
            tasks.Count(task => task.Kind == TaskKind.Chunk));
    }

    private static TimeSpan Of(TranscodeTask task) => task.DoneAt!.Value - task.StartedAt!.Value;
}
