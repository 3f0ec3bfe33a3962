using System.Diagnostics;
using System.Globalization;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Upload;

// upload [MiB [ROUNDS]]
var megabytes = args is [var m, ..] ? int.Parse(m, CultureInfo.InvariantCulture) : 1024;
var rounds = args is [_, var r] ? int.Parse(r, CultureInfo.InvariantCulture) : 5;
const double aim = 0.95;

var folder = Directory.CreateTempSubdirectory("bench-upload-").FullName;
try
{
    using var server = await ServerUnderTest.StartAsync(folder);
    using Store store = new(server.Address);
    await store.Client.PutBucketAsync(Store.Bucket);
    await using var catalog = await Catalog.StartAsync(store.ConnectionString);
    SourceFile file = new(megabytes), small = new(64);
    Manner[] manners = [new(1, false), new(4, false), new(4, true)];

    foreach (var warm in Contestants(small)) await warm.SendAsync();
    var contestants = Contestants(file);
    var speeds = contestants.ToDictionary(contestant => contestant.Name, _ => new List<double>());
    for (var round = 0; round < rounds; round++)
        // Who comes first after a pause of the disk has it easier: they take turns.
        foreach (var contestant in contestants.Skip(round % contestants.Length).Concat(contestants.Take(round % contestants.Length)))
        {
            await store.ClearAsync();
            var clock = Stopwatch.StartNew();
            await contestant.SendAsync();
            speeds[contestant.Name].Add(megabytes / clock.Elapsed.TotalSeconds);
        }

    Console.WriteLine($"{megabytes} MiB, medians of {rounds} rounds; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    foreach (var contestant in contestants)
        Console.WriteLine($"{contestant.Name,-52}{Median(contestant),8:0} MiB/s   from {speeds[contestant.Name].Min():0} to {speeds[contestant.Name].Max():0}");
    var raw = contestants[0];
    foreach (var (bare, api) in contestants.Skip(1).Chunk(2).Select(pair => (pair[0], pair[1])))
        Console.WriteLine($"ratio, {api.Name,-45}{Median(api) / Median(raw),8:0.00} of the raw PUT, {Median(api) / Median(bare):0.00} of bare S3 in the same parts: at least {aim:0.00} is {(Median(api) / Median(bare) >= aim ? "met" : "not met")}");

    IContestant[] Contestants(SourceFile sent) =>
        [new RawPut(store, sent), .. manners.SelectMany(manner => (IContestant[])[new BareMultipart(store, sent, manner), new UploadApi(catalog.Editor, store, sent, manner)])];

    double Median(IContestant contestant) => speeds[contestant.Name].Order().ElementAt(rounds / 2);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
return 0;
