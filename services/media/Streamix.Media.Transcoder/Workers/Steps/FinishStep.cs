using System.Security.Cryptography;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>Gathers the parts, makes the package, stores it under a name of its own, and commits. Only one who holds the newest lease gets through the last.</summary>
internal sealed class FinishStep(
    IServiceScopeFactory scopes, WorkRoom room, IPipeline pipeline, ContentKeys keys, WorkStore work, PackageStore packages, TaskOutcomes outcomes, TimeProvider time) : ITaskStep
{
    private const double Gathered = 0.2;
    private const double Packaged = 0.6;

    public TaskKind Kind => TaskKind.Finish;

    public async Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        var plan = lease.Plan();
        pulse.Begin(JobStages.Packaging, to: Gathered);
        var parts = await LoadAsync(lease, cancellationToken);
        using var folder = room.Open(lease, Room.OfPackage(parts.Bytes));
        var (gathered, output) = (folder.Sub("parts"), folder.Sub("package"));
        if (await FetchAsync(parts, gathered, cancellationToken) is { Count: > 0 } lost)
        {
            await outcomes.ReopenAsync(lease, lost, cancellationToken);
            return;
        }

        pulse.Begin(JobStages.Packaging, Gathered, Packaged);
        var extras = await pipeline.MakeExtrasAsync(new(plan, parts.Chunks, gathered, output), cancellationToken);
        var (result, protection) = await PackageAsync(lease, plan, parts, gathered, output, cancellationToken);

        var version = PackageStore.VersionOf(time.GetUtcNow(), lease.Token);
        var prefix = PackageStore.PrefixOf(lease.Job.AssetId, version);
        var bytes = await packages.SaveAsync(prefix, output, pulse.Begin(JobStages.Storing, Packaged), cancellationToken);
        await outcomes.FinishedAsync(lease, Assemble(lease.Job, plan, version, prefix, result, extras, protection, bytes), cancellationToken);
    }

    private async Task<Parts> LoadAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Parts.LoadAsync(scope.ServiceProvider.GetRequiredService<TranscoderDb>(), lease.Job.Id, cancellationToken);
    }

    /// <summary>The tasks whose files could not be had.</summary>
    private async Task<IReadOnlyCollection<Guid>> FetchAsync(Parts parts, string folder, CancellationToken cancellationToken)
    {
        HashSet<Guid> lost = [];
        foreach (var ofTask in parts.Files.GroupBy(f => f.Task, f => f.File))
            try
            {
                await work.FetchAsync(ofTask, folder, cancellationToken);
            }
            catch (WorkLostException)
            {
                lost.Add(ofTask.Key);
            }
        return lost;
    }

    private async Task<(PackageResult, PackageProtection?)> PackageAsync(
        TaskLease lease, Plan plan, Parts parts, string folder, string output, CancellationToken cancellationToken)
    {
        var protection = lease.Job.Protected ? await keys.ProvideAsync(lease.Job, plan, cancellationToken) : null;
        try
        {
            var result = await pipeline.PackageAsync(new(plan, parts.Chunks, parts.Audio, parts.Texts, folder, output, protection), cancellationToken);
            return (result, protection is null ? null : ContentKeys.Facts(protection));
        }
        finally
        {
            foreach (var key in protection?.Keys ?? [])
                CryptographicOperations.ZeroMemory(key.Key);
        }
    }

    private static MediaPackage Assemble(
        TranscodeJob job, Plan plan, string version, string prefix, PackageResult result, ExtrasResult extras, PackageProtection? protection, long bytes) => new(
            version, prefix, result.Duration, result.Hls, result.HlsClearKey, result.Dash, protection, result.Video, result.Audio, result.Texts,
            extras.Poster, extras.Thumbnails, extras.Preview, Markers(job, plan), bytes);

    /// <summary>Chapters that were given replace those of the file.</summary>
    private static IReadOnlyList<Marker> Markers(TranscodeJob job, Plan plan)
    {
        var given = Json.Read<List<Marker>>(job.Markers);
        return given.Exists(m => m.Kind == "chapter") ? given : [.. given, .. plan.Probe.Chapters];
    }
}
