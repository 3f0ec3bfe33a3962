using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>One stretch of the video, in all renditions.</summary>
internal sealed class ChunkStep(SourceShelf shelf, WorkRoom room, IPipeline pipeline, WorkStore store, TaskOutcomes outcomes) : ITaskStep
{
    private const double Encoded = 0.95;

    public TaskKind Kind => TaskKind.Chunk;

    public async Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        var plan = lease.Plan();
        using var source = await shelf.TakeAsync(lease.Job, pulse.Begin(null, to: 0), cancellationToken);
        using var folder = room.Open(lease, Room.OfChunk(plan, lease.Task.Weight));
        var result = await pipeline.EncodeChunkAsync(new(source.File, plan, lease.Task.Number, folder.Path), pulse.Begin(null, to: Encoded), cancellationToken);
        var files = await store.SaveAsync(lease, folder.Path, result.Files.Select(f => f.Name), cancellationToken);
        await outcomes.DoneAsync(lease, Json.Write(new WorkResult<ChunkResult>(result, files)), cancellationToken);
    }
}
