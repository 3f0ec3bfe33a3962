using System.Globalization;
using Streamix.Benchmarks.Edge;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Starts;
using Streamix.Benchmarks.Viewers;
using Streamix.Benchmarks.Workers;
using Streamix.Media.Contracts.Assets;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

// viewers [SECONDS [VIEWERS [LINES]]]
var seconds = Argument(0, 60);
var viewers = Argument(1, 1000);
var lines = Argument(2, 480);
const string secret = "only for this run, and long enough to be a secret";

var folder = Directory.CreateTempSubdirectory("bench-viewers-").FullName;
try
{
    var film = await LongFilm.MakeAsync(folder, minutes: 1, lines);
    using var server = await ServerUnderTest.StartAsync(Path.Combine(folder, "objects"));
    using Store store = new(server.Address);
    var package = await PackageAsync(await store.TakeAsync(film.Long));
    var files = Directory.CreateDirectory(Path.Combine(folder, "files", package.Prefix)).FullName;
    await store.GiveAsync(PackageRun.Bucket, package.Prefix, files);
    var reel = Reel.Of(package, files);

    var port = FreePorts.Take();
    await using var edge = await Service.StartAsync("Streamix.Streaming.Edge.dll", "streaming-edge-1", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings__objects"] = store.ConnectionString, ["Edge__Data"] = Path.Combine(folder, "edge"), ["Edge__Port"] = $"{port}",
        ["Edge__Renditions"] = PackageRun.Bucket, ["Edge__Reports"] = "false", ["Edges__Keys__0"] = secret,
    });
    await using var plain = await Nginx.StartAsync(Path.Combine(folder, "nginx"), Path.Combine(folder, "files"), workers: 2);
    using (HttpClient http = new(new SocketsHttpHandler { UseProxy = false }))
        await Until.TrueAsync(async () => (await http.GetAsync($"http://127.0.0.1:{port}/healthz")).IsSuccessStatusCode, "the edge's nginx answers");

    Audience audience = new(reel, viewers, TimeSpan.FromSeconds(seconds));
    Showing[] showings =
    [
        await audience.RunAsync("edge, nothing in its cache", AtEdge), await audience.RunAsync("edge", AtEdge), await audience.RunAsync("nginx, sendfile alone", () => new(plain.Address, package.Prefix)),
    ];
    Console.WriteLine($"{viewers:n0} viewers for {seconds} s, a connection or two each, {reel.Segments} segments of {reel.Seconds:0.0} s ({reel}), picture and sound; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    Console.WriteLine($"{"",-26}{"answers",10}{"errors",8}{"p50 ms",9}{"p99 ms",9}{"most",9}{"MiB/s",9}{"late",7}{"hits",9}");
    foreach (var showing in showings)
    {
        Console.WriteLine(showing.Describe());
        foreach (var reason in showing.Reasons()) Console.WriteLine(reason);
    }
    Console.WriteLine($"{"ratio, edge to nginx",-26}{"",18}{showings[1].P50 / showings[2].P50,9:0.00}{showings[1].P99 / showings[2].P99,9:0.00}");
    var failures = showings[0].Failures + showings[1].Failures;
    Console.WriteLine($"milliseconds are those to the first byte; aim: no errors at the edge: {(failures == 0 ? "met" : $"not met with {failures}")}");
    return failures > 0 ? 1 : 0;

    Uri AtEdge() => new($"http://127.0.0.1:{port}/t/{new PathToken(Guid.CreateVersion7(), package.Prefix, [.. package.Video.Select(rendition => rendition.Name)], DateTimeOffset.UtcNow.AddHours(1)).Write(PathKey.Of(secret))}/{package.Prefix}");

    async Task<MediaPackage> PackageAsync(AssetSource source)
    {
        using TestTokens tokens = new();
        await using var postgres = await PostgresServer.StartAsync();
        await using var neighbours = await Neighbours.StartAsync(tokens);
        var database = await postgres.CreateDatabaseAsync("transcoder");
        PackageRun run = new(database, neighbours);
        await run.MigrateAsync();
        await using var transcoder = await Service.StartAsync("Streamix.Media.Transcoder.dll", "media-transcoder", new Dictionary<string, string>(PackageRun.Settings(database, Path.Combine(folder, "scratch")), StringComparer.Ordinal)
        {
            ["ConnectionStrings__objects"] = store.ConnectionString, ["services__media-catalog__http__0"] = neighbours.Address, ["Auth__Jwks"] = tokens.Jwks,
        });
        return (await run.MakeAsync(source, isProtected: false)).Package;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Argument(int at, int otherwise) => at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
