using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Texts;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>Captions and subtitles, from the source and from the files beside it.</summary>
internal sealed class TextsStep(SourceShelf shelf, SourceFetcher fetcher, WorkRoom room, IPipeline pipeline, WorkStore store, TaskOutcomes outcomes) : ITaskStep
{
    private const long LargestText = 8 * 1024 * 1024;

    public TaskKind Kind => TaskKind.Texts;

    public async Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        using var source = await shelf.TakeAsync(lease.Job, pulse.Begin(null, to: 0), cancellationToken);
        using var folder = room.Open(lease, Room.Little);
        var beside = await FetchAsync(lease.Job.AssetId, folder.Sub("beside"), cancellationToken);
        var made = folder.Sub("made");
        var results = await pipeline.ExtractTextsAsync(new(source.File, lease.Plan().Probe, beside, made), cancellationToken);
        var files = await store.SaveAsync(lease, made, results.Select(r => r.Name), cancellationToken);
        await outcomes.DoneAsync(lease, Json.Write(new WorkResult<IReadOnlyList<TextResult>>(results, files)), cancellationToken);
    }

    private async Task<IReadOnlyList<TextFile>> FetchAsync(Guid assetId, string folder, CancellationToken cancellationToken)
    {
        List<TextFile> files = [];
        foreach (var (number, text) in (await fetcher.AskAsync(assetId, cancellationToken)).Texts.Index())
        {
            var path = Path.Combine(folder, $"{number}.{Extension(text)}");
            await fetcher.FetchTextAsync(text, path, LargestText, cancellationToken);
            files.Add(new(path, text.Language, text.Kind, text.Format));
        }
        return files;
    }

    private static string Extension(TextSource text) => text.Format is "vtt" or "srt" or "ass" ? text.Format : "txt";
}
