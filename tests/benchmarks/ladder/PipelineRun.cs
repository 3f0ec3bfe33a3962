using Microsoft.Extensions.DependencyInjection;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Benchmarks.Ladder;

/// <summary>A film through the pipeline; what each step takes stands by its name.</summary>
internal sealed class PipelineRun(IServiceProvider services, string film, string folder)
{
    private readonly IPipeline _pipeline = services.GetRequiredService<IPipeline>();
    private readonly Progress<double> _progress = new();

    public Dictionary<string, Spent> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>What the reference makes too.</summary>
    public Spent Encoding => Steps["video"] + Steps["audio"];

    public async Task<Plan> RunAsync()
    {
        var probe = await StepAsync("probe", () => _pipeline.ProbeAsync(film, default));
        var plan = await StepAsync("complexity", () => _pipeline.PlanAsync(film, probe, default));
        var chunks = await StepAsync("video", () => EncodeAsync(plan with { Chunks = [.. plan.Chunks.Select(chunk => chunk with { SampleFrame = null })] }));
        await StepAsync("quality", () => MeasureQualityAsync(plan));
        var audio = await StepAsync("audio", () => EncodeAudioAsync(plan));
        var (work, package) = (Path.Combine(folder, "work"), Path.Combine(folder, "package"));
        await StepAsync("extras", () => _pipeline.MakeExtrasAsync(new(plan, chunks, work, package), default));
        await StepAsync("package", () => _pipeline.PackageAsync(new(plan, chunks, audio, [], work, package, null), default));
        return plan;
    }

    private async Task<IReadOnlyList<ChunkResult>> EncodeAsync(Plan plan)
    {
        List<ChunkResult> made = [];
        foreach (var chunk in plan.Chunks) made.Add(await _pipeline.EncodeChunkAsync(OrderOf(plan, chunk), _progress, default));
        return made;
    }

    private async Task<int> MeasureQualityAsync(Plan plan)
    {
        var (meter, sampled) = (services.GetRequiredService<QualityMeter>(), plan.Chunks.Where(chunk => chunk.SampleFrame is not null).ToArray());
        foreach (var chunk in sampled) await meter.MeasureAsync(OrderOf(plan, chunk), default);
        return sampled.Length;
    }

    private async Task<IReadOnlyList<AudioResult>> EncodeAudioAsync(Plan plan)
    {
        List<AudioResult> made = [];
        foreach (var track in plan.Audio) made.Add(await _pipeline.EncodeAudioAsync(new(film, plan, track.Name, Path.Combine(folder, "work")), _progress, default));
        return made;
    }

    private ChunkOrder OrderOf(Plan plan, ChunkPlan chunk) => new(film, plan, chunk.Index, Path.Combine(folder, "work"));

    private async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
    {
        var (result, spent) = await Spent.MeasureAsync(work);
        Steps[name] = spent;
        return result;
    }
}
