using System.Globalization;
using Streamix.Benchmarks.Heartbeats;
using Streamix.Testing;

// heartbeats [SECONDS [PLAYERS]]
var seconds = Argument(0, 20);
var count = Argument(1, 500);
var time = TimeSpan.FromSeconds(seconds);
int[] connections = [.. new[] { 16, 64, count }.Where(many => many <= count).Distinct()];

await using var stage = await Stage.StartAsync();
using History history = new(stage.Service.Grpc, stage.Tokens);
Players players = new(history, count);
await players.RunAsync(TimeSpan.FromSeconds(Math.Max(3, seconds / 4)));
var batched = await players.RunAsync(time);
var references = new Dictionary<int, Figures>();
foreach (var many in connections)
{
    await using var rows = await SingleRows.OpenAsync(stage.Other, many);
    Players single = new(rows, many);
    await single.RunAsync(TimeSpan.FromSeconds(1));
    references[many] = await single.RunAsync(time / 2);
}

var before = players.Acknowledged.Values.Sum();
var underWay = players.RunAsync(CancellationToken.None);
await Until.TrueAsync(() => players.Acknowledged.Values.Sum() > before + count, "positions come in");
await stage.KillAsync();
await underWay;
var kept = await stage.ReadAsync();
var lost = players.Acknowledged.Count(row => !kept.TryGetValue(row.Key, out var second) || second < row.Value);

Console.WriteLine($"{count} players, each waits for its answer; fsync before every answer; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
Console.WriteLine($"{"",-44}{"per second",12}{"p50 ms",10}{"p99 ms",10}");
Console.WriteLine(batched.Describe("History.Record, acknowledged"));
foreach (var (many, figures) in references) Console.WriteLine(figures.Describe($"single-row commits, {many} connections"));
foreach (var (many, figures) in references) Console.WriteLine($"{$"ratio to {many} connections",-44}{batched.PerSecond / figures.PerSecond,12:0.00}");
Console.WriteLine($"service and database killed with -9 while positions came in: {players.Acknowledged.Values.Sum():n0} acknowledged of {players.Acknowledged.Count:n0} rows, {lost} lost");
Console.WriteLine($"aim: more than by single commits, nothing acknowledged lost: {(lost == 0 && batched.PerSecond >= references.Values.Max(figures => figures.PerSecond) ? "met" : "not met")}");
return lost == 0 ? 0 : 1;

int Argument(int at, int otherwise) => at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
