using System.Collections.Concurrent;
using System.Text;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Does no media work: writes small files, so that jobs can be watched. Waits, fails or counts as a test says.</summary>
internal sealed class FakePipeline : IPipeline
{
    /// <summary>Called at each step, by name: <c>probe</c>, <c>plan</c>, <c>chunk 0</c>, <c>audio en-stereo</c>, <c>texts</c>, <c>extras</c>, <c>package</c>.</summary>
    public Func<string, CancellationToken, Task> Step { get; set; } = (_, _) => Task.CompletedTask;

    public int Chunks { get; set; } = 3;

    public bool Texts { get; set; }

    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The keys the last package was made with.</summary>
    public Protection? Protection { get; private set; }

    public async Task<Probe> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        await EnterAsync("probe", cancellationToken);
        (await File.ReadAllTextAsync(file, cancellationToken)).ShouldStartWith(FakeCatalog.Begin);
        return Plans.Probe(Chunks, Texts);
    }

    public async Task<Plan> PlanAsync(string file, Probe probe, CancellationToken cancellationToken)
    {
        await EnterAsync("plan", cancellationToken);
        return Plans.Plan(probe);
    }

    public async Task<ChunkResult> EncodeChunkAsync(ChunkOrder order, IProgress<double> progress, CancellationToken cancellationToken)
    {
        progress.Report(0.5);
        await EnterAsync($"chunk {order.Index}", cancellationToken);
        List<ChunkFile> files = [];
        foreach (var rung in order.Plan.Video)
            files.Add(new(rung.Name, $"chunk-{order.Index}-{rung.Name}.mp4", await WriteAsync(order.Folder, $"chunk-{order.Index}-{rung.Name}.mp4", $"{rung.Name} of chunk {order.Index}"), Plans.FramesPerChunk, null));
        return new(order.Index, files);
    }

    public async Task<AudioResult> EncodeAudioAsync(AudioOrder order, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await EnterAsync($"audio {order.Track}", cancellationToken);
        return new(order.Track, $"{order.Track}.mp4", await WriteAsync(order.Folder, $"{order.Track}.mp4", "sound"), -20);
    }

    public async Task<IReadOnlyList<TextResult>> ExtractTextsAsync(TextOrder order, CancellationToken cancellationToken)
    {
        await EnterAsync("texts", cancellationToken);
        List<TextResult> results = [];
        foreach (var (number, text) in order.Beside.Index())
        {
            await WriteAsync(order.Folder, $"text-{number}.vtt", await File.ReadAllTextAsync(text.File, cancellationToken));
            results.Add(new($"{text.Language}-{text.Kind}", $"text-{number}.vtt", text.Language, text.Kind, 1));
        }
        return results;
    }

    public async Task<ExtrasResult> MakeExtrasAsync(ExtrasOrder order, CancellationToken cancellationToken)
    {
        await EnterAsync("extras", cancellationToken);
        await WriteAsync(order.Output, "extras/poster.jpg", "a poster");
        return new("extras/poster.jpg", null, null);
    }

    /// <summary>One segment per rendition: the chunks one after another.</summary>
    public async Task<PackageResult> PackageAsync(PackageOrder order, CancellationToken cancellationToken)
    {
        await EnterAsync("package", cancellationToken);
        Protection = order.Protection is { } given ? given with { Keys = [.. given.Keys.Select(k => k with { Key = [.. k.Key] })] } : null;
        order.Chunks.Select(c => c.Index).ShouldBe(Enumerable.Range(0, order.Plan.Chunks.Count));
        foreach (var rung in order.Plan.Video)
        {
            var joined = new StringBuilder();
            foreach (var chunk in order.Chunks)
                joined.AppendLine(await File.ReadAllTextAsync(Path.Combine(order.Folder, chunk.Files.Single(f => f.Rendition == rung.Name).Name), cancellationToken));
            await WriteAsync(order.Output, $"{rung.Name}/00001.m4s", joined.ToString());
        }
        foreach (var text in order.Texts)
            await WriteAsync(order.Output, $"texts/{text.Name}", await File.ReadAllTextAsync(Path.Combine(order.Folder, text.Name), cancellationToken));
        await WriteAsync(order.Output, "master.m3u8", "#EXTM3U");
        await WriteAsync(order.Output, "manifest.mpd", "<MPD/>");
        return new(
            order.Plan.Probe.Duration, "master.m3u8", order.Protection is null ? null : "clearkey.m3u8", "manifest.mpd",
            [.. order.Plan.Video.Select(v => new VideoRendition(v.Name, v.Width, v.Height, 25, 1000, 2000, "avc1.64001f", v.Tier, null))],
            [.. order.Audio.Select(a => new AudioTrack(a.Track, "en", 2, 128_000, "mp4a.40.2", "main", true))],
            [.. order.Texts.Select(t => new TextTrack(t.Track, t.Language, t.Kind, $"texts/{t.Name}"))],
            1234);
    }

    private async Task EnterAsync(string step, CancellationToken cancellationToken)
    {
        Calls.Enqueue(step);
        await Step(step, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<long> WriteAsync(string folder, string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
        return new FileInfo(path).Length;
    }
}
