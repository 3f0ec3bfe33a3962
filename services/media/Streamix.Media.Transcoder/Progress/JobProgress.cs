using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Progress;

/// <summary>How far a job is, of how far its tasks are.</summary>
internal sealed record JobProgress(string Stage, double Fraction, IReadOnlyList<RenditionProgress> Renditions)
{
    private const double Preparing = 0.08;
    private const double Encoding = 0.84;
    private const double Finishing = 1 - Preparing - Encoding;
    private const int Digits = 4;

    public static JobProgress Of(IReadOnlyList<string> renditions, IReadOnlyList<TaskProgress> tasks)
    {
        var prepare = tasks.FirstOrDefault(t => t.Kind == TaskKind.Prepare);
        if (prepare is null or { Done: false })
            return new(prepare?.Step ?? JobStages.Waiting, Round(Preparing * (prepare?.Reached ?? 0)), []);

        var finish = tasks.FirstOrDefault(t => t.Kind == TaskKind.Finish);
        var encoded = Share(tasks.Where(t => t.Kind is not (TaskKind.Prepare or TaskKind.Finish)));
        // All renditions of a chunk come out of one run, so they are equally far.
        var video = Round(Share(tasks.Where(t => t.Kind == TaskKind.Chunk)));
        var stage = finish is null ? JobStages.Encoding : finish.Step ?? JobStages.Packaging;
        return new(stage, Round(Preparing + Encoding * encoded + Finishing * (finish?.Reached ?? 0)), [.. renditions.Select(name => new RenditionProgress(name, video))]);
    }

    private static double Share(IEnumerable<TaskProgress> tasks)
    {
        var (reached, all) = (0.0, 0.0);
        foreach (var task in tasks)
            (reached, all) = (reached + task.Weight * task.Reached, all + task.Weight);
        return all > 0 ? reached / all : 0;
    }

    private static double Round(double fraction) => Math.Round(Math.Clamp(fraction, 0, 1), Digits);
}
