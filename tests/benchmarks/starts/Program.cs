using System.Globalization;
using Streamix.Benchmarks.Starts;
using Streamix.Testing;

// starts [SECONDS [PER SECOND [WARM-UP SECONDS]]]
var seconds = Argument(0, 60);
var rate = Argument(1, 50);
var warmUp = Argument(2, 60);
const double aim = 30;

await using var platform = await Platform.StartAsync();
await using var edges = await EdgeReports.StartAsync(platform);
var titles = Enumerable.Range(0, 100).Select(_ => Title.Imagined()).ToArray();
foreach (var title in titles) platform.Neighbours.Titles[title.Id] = title;

// Everybody comes once: no token has been seen before.
Viewer[] early = await MakeAsync(warmUp * rate), pressing = await MakeAsync(seconds * rate), looking = await MakeAsync(seconds * rate);
using (Players warming = new(platform, early, titles))
{
    await Until.TrueAsync(() => warming.PressPlayAsync(0), "a playback starts");
    await OpenLoop.RunAsync(rate, early.Length, warming.PressPlayAsync);
    await OpenLoop.RunAsync(rate, Math.Min(early.Length, 10 * rate), warming.ListAsync);
}

using Players starts = new(platform, pressing, titles), reference = new(platform, looking, titles);
var before = platform.Services.ToDictionary(service => service.Name, service => service.Processor);
var started = await OpenLoop.RunAsync(rate, pressing.Length, starts.PressPlayAsync);
var spent = platform.Services.ToDictionary(service => service.Name, service => (service.Processor - before[service.Name]).TotalMilliseconds / pressing.Length);
var read = await OpenLoop.RunAsync(rate, looking.Length, reference.ListAsync);

Console.WriteLine($"{rate} per second for {seconds} s, whether answered or not, from {pressing.Length} accounts; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
Console.WriteLine($"{"",-40}{"p50 ms",10}{"p99 ms",10}{"most",10}{"failures",10}");
Print("start: rights, licence, edges, database", started);
Print("authenticated GET of the same service", read);
Console.WriteLine($"{"ratio",-40}{started.P50 / read.P50,10:0.0}{started.P99 / read.P99,10:0.0}");
foreach (var (part, figures) in await starts.PartsAsync(500)) Print($"  {part}", figures);
Console.WriteLine($"processor ms for each start: {string.Join(", ", spent.Select(service => $"{service.Key} {service.Value:0.0}"))}");
if (starts.Incomplete > 0) Console.WriteLine($"{starts.Incomplete} answers lacked a part that is not needed to play");
Console.WriteLine($"aim: p99 below {aim:0} ms: {(started.P99 < aim && started.Failures == 0 ? "met" : "not met")}");
return started.Failures + read.Failures > 0 ? 1 : 0;

int Argument(int at, int otherwise) => at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

Task<Viewer[]> MakeAsync(int count) => Viewers.MakeAsync(Math.Max(1, count), platform.RightsDatabase, platform.Tokens);

static void Print(string name, Figures figures) => Console.WriteLine($"{name,-40}{figures.P50,10:0.0}{figures.P99,10:0.0}{figures.Most,10:0.0}{figures.Failures,10}");
