using System.Globalization;
using Streamix.Benchmarks.Searchable;

// searchable [TITLES [PER SECOND]]
var count = args is [var c, ..] ? int.Parse(c, CultureInfo.InvariantCulture) : 500;
var rate = args is [_, var r] ? int.Parse(r, CultureInfo.InvariantCulture) : 10;
const int warmUp = 30;

await using var stage = await Stage.StartAsync();
Titles titles = new(stage);
foreach (var title in await titles.MakeAsync(warmUp))
{
    await titles.PublishAsync(title);
    await titles.IndexAsync(title);
}

var made = await titles.MakeAsync(count);
List<Task<double>> underWay = [];
using (PeriodicTimer ticks = new(TimeSpan.FromSeconds(1.0 / rate)))
    foreach (var title in made)
    {
        await ticks.WaitForNextTickAsync();
        underWay.Add(titles.PublishAsync(title));
    }
var published = await Task.WhenAll(underWay);
List<double> direct = [];
foreach (var title in made.Take(200)) direct.Add(await titles.IndexAsync(title));

Console.WriteLine($"{count} titles, {rate} published per second; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
Console.WriteLine($"{"",-36}{"p50 ms",10}{"p99 ms",10}{"most",10}");
Console.WriteLine($"{"published to found by search",-36}{At(published, 0.5),10:0.0}{At(published, 0.99),10:0.0}{published.Max(),10:0.0}");
Console.WriteLine($"{"indexed directly to found",-36}{At(direct, 0.5),10:0.0}{At(direct, 0.99),10:0.0}{direct.Max(),10:0.0}");
Console.WriteLine($"{"the indexer's own, warm-up too",-36}{await titles.IndexersOwnAsync()}");
Console.WriteLine($"{"ratio",-36}{At(published, 0.5) / At(direct, 0.5),10:0.0}{At(published, 0.99) / At(direct, 0.99),10:0.0}");
return 0;

static double At(IReadOnlyCollection<double> times, double quantile) => times.Order().ElementAt((int)Math.Ceiling(quantile * times.Count) - 1);
