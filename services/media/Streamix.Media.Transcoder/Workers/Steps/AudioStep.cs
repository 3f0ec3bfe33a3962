using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>One audio track.</summary>
internal sealed class AudioStep(SourceShelf shelf, WorkRoom room, IPipeline pipeline, WorkStore store, TaskOutcomes outcomes) : ITaskStep
{
    private const double Encoded = 0.95;

    public TaskKind Kind => TaskKind.Audio;

    public async Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        var plan = lease.Plan();
        var track = plan.Audio[lease.Task.Number];
        using var source = await shelf.TakeAsync(lease.Job, pulse.Begin(null, to: 0), cancellationToken);
        using var folder = room.Open(lease, Room.OfAudio(track, plan.Probe.Duration));
        var result = await pipeline.EncodeAudioAsync(new(source.File, plan, track.Name, folder.Path), pulse.Begin(null, to: Encoded), cancellationToken);
        var files = await store.SaveAsync(lease, folder.Path, [result.Name], cancellationToken);
        await outcomes.DoneAsync(lease, Json.Write(new WorkResult<AudioResult>(result, files)), cancellationToken);
    }
}
