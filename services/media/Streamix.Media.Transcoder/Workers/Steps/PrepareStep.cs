using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>Fetches, probes, plans; then everybody can help.</summary>
internal sealed class PrepareStep(SourceShelf shelf, SourceFetcher fetcher, IPipeline pipeline, TaskOutcomes outcomes) : ITaskStep
{
    private const double Fetched = 0.5;
    private const double Probed = 0.6;

    public TaskKind Kind => TaskKind.Prepare;

    public async Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        using var source = await shelf.TakeAsync(lease.Job, pulse.Begin(JobStages.Fetching, to: Fetched), cancellationToken);
        pulse.Begin(JobStages.Probing, Fetched, Probed);
        var probe = await pipeline.ProbeAsync(source.File, cancellationToken);
        pulse.Begin(JobStages.Probing, Probed);
        var plan = await pipeline.PlanAsync(source.File, probe, cancellationToken);
        var beside = (await fetcher.AskAsync(lease.Job.AssetId, cancellationToken)).Texts.Count;
        await outcomes.PreparedAsync(lease, source.Tag, plan, probe.Texts.Count + beside > 0, cancellationToken);
    }
}
