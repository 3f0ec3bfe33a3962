using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Streamix.Benchmarks.Search;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Testing.Engines;

// search [TITLES [QUERIES]]
var count = args is [var t, ..] ? int.Parse(t, CultureInfo.InvariantCulture) : 100_000;
var asked = args is [_, var q] ? int.Parse(q, CultureInfo.InvariantCulture) : 1000;
const int batch = 500;
const double aim = 10;

var random = new Random(20);
Vocabulary words = new(20_000, random);
var documents = new Titles(count, words, random).All().ToArray();
await using var postgres = await PostgresServer.StartAsync();
var database = await postgres.CreateDatabaseAsync("search");
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:search", database)]);
builder.AddSearchIndex();
using var host = builder.Build();
var writer = host.Services.GetRequiredService<IIndexWriter>();

var clock = Stopwatch.StartNew();
await writer.PrepareAsync(default);
var generation = await writer.CreateAsync(default);
foreach (var some in documents.Chunk(batch))
    await writer.WriteAsync(generation.Name, [.. some.Select(IndexChange.Of)], default);
var filled = clock.Elapsed;
await writer.SwitchAsync(generation.Name, default);
Console.WriteLine($"{count:n0} titles indexed in {filled.TotalSeconds:0.0} s ({count / filled.TotalSeconds:0} per second), switched to in {(clock.Elapsed - filled).TotalSeconds:0.0} s more");

var queries = new Queries(documents, words, random).Make(asked);
var engine = host.Services.GetRequiredService<ISearchEngine>();
await using var source = NpgsqlDataSource.Create($"{database};Search Path={generation.Name},search_index,public");
OurEngine ours = new(engine, everything: false);
PlainQuery plain = new(source);
await Race.RunAsync(ours, [.. queries.Take(200)], 1);
await Race.RunAsync(plain, [.. queries.Take(200)], 1);
var (our, theirs) = (await Race.RunAsync(ours, queries, 1), await Race.RunAsync(plain, queries, 1));

Console.WriteLine($"{asked} queries, one client, top 20; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
Console.WriteLine($"{"",-22}{"engine p50",12}{"p99 ms",10}{"meant found",14}{"plain p50",14}{"p99 ms",10}{"meant found",14}");
foreach (var kind in queries.Select(query => query.Kind).Distinct())
    Console.WriteLine($"{kind,-22}{our.At(0.5, kind),12:0.0}{our.At(0.99, kind),10:0.0}{our.Found(kind),14:P0}{theirs.At(0.5, kind),14:0.0}{theirs.At(0.99, kind),10:0.0}{theirs.Found(kind),14:P0}");
Console.WriteLine($"{"all",-22}{our.At(0.5),12:0.0}{our.At(0.99),10:0.0}{"",14}{theirs.At(0.5),14:0.0}{theirs.At(0.99),10:0.0}");
var everything = await Race.RunAsync(new OurEngine(engine, everything: true), queries, 1);
Console.WriteLine($"{"with facets, people",-22}{everything.At(0.5),12:0.0}{everything.At(0.99),10:0.0}");
var many = await Race.RunAsync(ours, queries, 2 * Environment.ProcessorCount);
Console.WriteLine($"{$"{2 * Environment.ProcessorCount} clients",-22}{many.At(0.5),12:0.0}{many.At(0.99),10:0.0}   {many.PerSecond:0} searches per second");
Console.WriteLine($"ratio                 {our.At(0.99) / theirs.At(0.99):0.00} of the plain query's p99");
Console.WriteLine($"aim                   p99 below {aim:0} ms: {(our.At(0.99) < aim ? "met" : "not met")}");
return 0;
