using System.Globalization;
using Streamix.Benchmarks.FirstFrame;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Starts;

// firstframe [PRESSES [LINES]]
var count = Argument(0, 50);
var lines = Argument(1, 720);
const int warmUp = 10;
const double aim = 500;

var folder = Directory.CreateTempSubdirectory("bench-firstframe-").FullName;
try
{
    using var server = await ServerUnderTest.StartAsync(Path.Combine(folder, "objects"));
    await using var theatre = await Theatre.OpenAsync(folder, server, lines);
    var viewers = await Viewers.MakeAsync(2 * (count + warmUp), theatre.Platform.RightsDatabase, theatre.Platform.Tokens);
    Press[] presses = [.. Enumerable.Range(0, count + warmUp).SelectMany(number => Round(viewers[2 * number].Token, viewers[2 * number + 1].Token))];
    var outcomes = await Browser.RunAsync(theatre.Site, theatre.Gateway, theatre.TitleId, presses);

    var kinds = Round("", "").Select(press => press.Kind).ToArray();
    var figures = kinds.ToDictionary(kind => kind, kind => new Figures(Of(kind).Select(outcome => outcome.Error is null ? outcome.Shown : double.NaN)), StringComparer.Ordinal);
    Console.WriteLine($"{count} presses of play each, a page and a viewer for each, a film in {lines} lines with segments of four seconds; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    Console.WriteLine($"{"to the first frame",-44}{"p50 ms",10}{"p95 ms",10}{"most",10}{"failures",10}{"start p50",12}");
    foreach (var kind in kinds)
        Console.WriteLine($"{kind,-44}{figures[kind].P50,10:0}{figures[kind].At(0.95),10:0}{figures[kind].Most,10:0}{figures[kind].Failures,10}{new Figures(Of(kind).Select(outcome => outcome.Answered)).P50,12:0}");
    foreach (var error in outcomes.Where(outcome => outcome.Error is not null).Take(3)) Console.WriteLine($"  {error.Kind}: {error.Error}");
    Console.WriteLine($"{"ratio, Shaka Player",-44}{figures[kinds[0]].P50 / figures[kinds[2]].P50,10:0.00}{figures[kinds[0]].At(0.95) / figures[kinds[2]].At(0.95),10:0.00}");
    Console.WriteLine($"{"ratio, hls.js",-44}{figures[kinds[1]].P50 / figures[kinds[3]].P50,10:0.00}{figures[kinds[1]].At(0.95) / figures[kinds[3]].At(0.95),10:0.00}");
    foreach (var kind in kinds[..2])
        Console.WriteLine($"aim, {kind}: p95 below {aim:0} ms: {(figures[kind].At(0.95) < aim && figures[kind].Failures == 0 ? "met" : "not met")}");
    return figures.Values.Any(one => one.Failures > 0) ? 1 : 0;

    IEnumerable<Outcome> Of(string kind) => outcomes.Where(outcome => outcome.Kind == kind).Skip(warmUp);

    Press[] Round(string one, string other) =>
    [
        new("Shaka Player: start, licence, edge", "shaka", one, null, "dash"), new("hls.js: start, licence, edge", "hls", other, null, "hlsClearKey"),
        new("Shaka Player: plain files, in the clear", "shaka", null, theatre.Plain("manifest.mpd"), "dash"), new("hls.js: plain files, in the clear", "hls", null, theatre.Plain("master.m3u8"), "hls"),
    ];
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Argument(int at, int otherwise) => at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
