using System.Globalization;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Workers;
using Streamix.Testing.Engines;

// workers [MINUTES [LINES]]
var minutes = args is [var m, ..] ? int.Parse(m, CultureInfo.InvariantCulture) : 10;
var lines = args is [_, var l] ? int.Parse(l, CultureInfo.InvariantCulture) : 540;
const double aim = 1.8;

var folder = Directory.CreateTempSubdirectory("bench-workers-").FullName;
try
{
    var film = await LongFilm.MakeAsync(folder, minutes, lines);
    await using var postgres = await PostgresServer.StartAsync();
    using var server = await ServerUnderTest.StartAsync(Path.Combine(folder, "objects"));
    using Store store = new(server.Address);
    var (warmUp, source) = (await store.TakeAsync(film.Short), await store.TakeAsync(film.Long));
    await using var catalog = await CatalogStandIn.StartAsync(asset => asset == Crew.Film ? source : warmUp);
    Console.WriteLine($"{minutes} minutes of {lines} lines, {source.Bytes >> 20} MiB; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    Console.WriteLine($"{"",-12}{"whole s",10}{"prepare",10}{"spread",10}{"finish",10}");

    var (one, sumsOfOne) = await RunAsync(1);
    var (two, sumsOfTwo) = await RunAsync(2);
    Console.WriteLine($"{"speed-up",-12}{one.Whole / two.Whole,10:0.00}{one.Prepare / two.Prepare,10:0.00}{one.Spread / two.Spread,10:0.00}{one.Finish / two.Finish,10:0.00}");
    Console.WriteLine($"joined from {two.Chunks} chunks: {sumsOfTwo.Count} frames in every rendition, evenly apart, all decoded; {(sumsOfOne.SequenceEqual(sumsOfTwo) ? "each the same picture" : "NOT the same pictures")} as by one worker");
    Console.WriteLine($"aim: {aim:0.0} times as fast: {(one.Whole / two.Whole >= aim ? "met" : "not met")}");
    return sumsOfOne.SequenceEqual(sumsOfTwo) ? 0 : 1;

    async Task<(Timeline, IReadOnlyList<string>)> RunAsync(int workers)
    {
        Crew crew = new(workers, postgres, store, new(catalog.Urls.Single()), Path.Combine(folder, "scratch"));
        var (package, timeline) = await crew.RunAsync(warmUp.Bytes, source.Bytes);
        Console.WriteLine($"{$"{workers} worker(s)",-12}{timeline.Whole.TotalSeconds,10:0.0}{timeline.Prepare.TotalSeconds,10:0.0}{timeline.Spread.TotalSeconds,10:0.0}{timeline.Finish.TotalSeconds,10:0.0}");
        var got = Directory.CreateDirectory(Path.Combine(folder, $"package-{workers}")).FullName;
        await store.GiveAsync(crew.Bucket, package.Prefix, got);
        return (timeline, await Joint.CheckAsync(package, got, 60 * minutes * 24));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
