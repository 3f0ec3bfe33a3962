using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Streamix.Benchmarks.Ladder;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Testing;

// ladder [ROUNDS [SECONDS OF A CHUNK [FILE]]]
var rounds = args is [var r, ..] ? int.Parse(r, CultureInfo.InvariantCulture) : 3;
var chunk = TimeSpan.FromSeconds(args is [_, var s, ..] ? int.Parse(s, CultureInfo.InvariantCulture) : 60);
const double aim = 1.05;

var folder = Directory.CreateTempSubdirectory("bench-ladder-").FullName;
try
{
    var film = args is [_, _, var file] ? Path.GetFullPath(file) : await Film.MakeAsync(folder);
    Dictionary<string, string?> settings = new()
    {
        ["Transcoder:Packager"] = Packager.Path,
        ["Transcoder:Chunk"] = chunk.ToString("c"),
        ["Transcoder:Nice"] = "0",
    };
    await using var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging().AddPipeline().BuildServiceProvider();
    var options = services.GetRequiredService<IOptions<PipelineOptions>>().Value;

    Dictionary<string, Spent> steps = new(StringComparer.Ordinal);
    List<(Spent Ours, Spent Reference)> pairs = [];
    SingleCommand? command = null;
    for (var round = 0; round < rounds; round++)
    {
        PipelineRun run = new(services, film, Path.Combine(folder, $"pipeline-{round}"));
        // Each goes first in every other round: what else the machine does rises and falls.
        var reference = round % 2 == 1 ? await command!.RunAsync(Path.Combine(folder, $"command-{round}")) : default;
        var plan = await run.RunAsync();
        command ??= new(film, plan, await Sounds.MeasureAsync(services, film, plan), options);
        if (round % 2 == 0) reference = await command.RunAsync(Path.Combine(folder, $"command-{round}"));
        pairs.Add((run.Encoding, reference));
        foreach (var (name, spent) in run.Steps) steps[name] = steps.GetValueOrDefault(name) + spent;
        if (round == 0)
            Console.WriteLine($"{Path.GetFileName(film)}, {plan.Probe.Duration:0} s, {plan.Chunks.Count} chunk(s); {string.Join(' ', plan.Video.Select(v => v.Name))}, {plan.Audio.Count} audio; {options.Preset}; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    }

    Console.WriteLine($"{"",-34}{"processor s",14}{"clock s",10}");
    Report("one ffmpeg command", Sum(pairs.Select(pair => pair.Reference)));
    Report("pipeline, encoding", Sum(pairs.Select(pair => pair.Ours)));
    foreach (var (name, spent) in steps) Report(name is "video" or "audio" ? $"  of it {name}" : $"  besides {name}", spent);
    Report("pipeline, everything", Sum(steps.Values));
    var ratio = Median(pairs.Select(pair => pair.Ours.Processor / pair.Reference.Processor));
    Console.WriteLine($"{"ratio, the median of the rounds",-34}{ratio,14:0.000}{Median(pairs.Select(pair => pair.Ours.Elapsed / pair.Reference.Elapsed)),10:0.00}   {string.Join(' ', pairs.Select(pair => $"{pair.Ours.Processor / pair.Reference.Processor:0.000}"))}");
    Console.WriteLine($"aim: at most {aim:0.00} of the processor time: {(ratio <= aim ? "met" : "not met")}");

    static Spent Sum(IEnumerable<Spent> all) => all.Aggregate((one, other) => one + other);

    static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted && sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    void Report(string name, Spent spent) => Console.WriteLine($"{name,-34}{(spent / rounds).Processor.TotalSeconds,14:0.0}{(spent / rounds).Elapsed.TotalSeconds,10:0.0}");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
return 0;
