using System.Text.Json;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>A film through the whole pipeline, each chunk in any order, the plan through JSON as between workers.</summary>
internal sealed record TitleRun(string Source, Plan Plan, string Work, string Package, IReadOnlyList<ChunkResult> Chunks, ExtrasResult Extras, PackageResult Result) : IDisposable
{
    public static async Task<TitleRun> MakeAsync(string source, Protection? protection = null, IReadOnlyList<TextFile>? beside = null, params (string, string)[] settings)
    {
        var pipeline = PipelineHost.Pipeline(settings);
        var probe = await pipeline.ProbeAsync(source, default);
        var plan = JsonSerializer.Deserialize<Plan>(JsonSerializer.Serialize(await pipeline.PlanAsync(source, probe, default)))!;
        var folder = Directory.CreateTempSubdirectory("streamix-title-").FullName;
        var (work, package, progress) = (Path.Combine(folder, "work"), Path.Combine(folder, "package"), new Progress<double>());
        var chunks = new List<ChunkResult>();
        foreach (var chunk in plan.Chunks.Reverse()) chunks.Add(await pipeline.EncodeChunkAsync(new(source, plan, chunk.Index, work), progress, default));
        var audio = new List<AudioResult>();
        foreach (var track in plan.Audio) audio.Add(await pipeline.EncodeAudioAsync(new(source, plan, track.Name, work), progress, default));
        var texts = await pipeline.ExtractTextsAsync(new(source, probe, beside ?? [], work), default);
        var extras = await pipeline.MakeExtrasAsync(new(plan, chunks, work, package), default);
        return new(source, plan, work, package, chunks, extras, await pipeline.PackageAsync(new(plan, chunks, audio, texts, work, package, protection), default));
    }

    public string Joined(string rendition) => Path.Combine(Work, $"{rendition}.mp4");

    public string PathOf(string name) => Path.Combine(Package, name);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Work)!, recursive: true);
}
