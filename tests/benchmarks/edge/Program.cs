using System.Globalization;
using Streamix.Benchmarks.Edge;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Starts;
using Streamix.Testing;
using Streamix.Testing.Engines;

// edge [SECONDS [ROUNDS]]
var seconds = Argument(0, 5);
var rounds = Argument(1, 5);
const double aim = 0.9;
const int connections = 32;
var (servers, clients) = Environment.ProcessorCount > 1 ? ("0", "1") : ("", "");

var folder = Directory.CreateTempSubdirectory("bench-edge-").FullName;
try
{
    using var store = await ServerUnderTest.StartAsync(Path.Combine(folder, "objects"));
    await Files.MakeAsync(store.Address, Path.Combine(folder, "files"));
    await using var plain = await Nginx.StartAsync(Path.Combine(folder, "nginx"), Path.Combine(folder, "files"), workers: 1, servers);
    var port = FreePorts.Take();
    await using var edge = await Service.StartAsync("Streamix.Streaming.Edge.dll", "streaming-edge-1", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings__objects"] = $"Endpoint={store.Address};AccessKey={ServerUnderTest.AccessKey};SecretKey={ServerUnderTest.SecretKey};Region=us-east-1",
        ["Edge__Data"] = Path.Combine(folder, "edge"), ["Edge__Port"] = $"{port}", ["Edge__Workers"] = "1", ["Edge__Reports"] = "false",
        ["Edge__Renditions"] = Files.Bucket, ["Edges__Keys__0"] = Files.Secret,
    }, servers);
    Uri address = new($"http://127.0.0.1:{port}/");
    using (HttpClient http = new(new SocketsHttpHandler { UseProxy = false }))
        await Until.TrueAsync(async () => (await http.GetAsync(new Uri(address, "healthz"))).IsSuccessStatusCode, "the edge's nginx answers");

    Contestant checking = new("edge, token and log", address, edge.Id, Files.Signed, () => edge.Processor.TotalSeconds);
    Contestant sending = new("nginx, sendfile alone", plain.Address, plain.Id, Files.Plain);
    Contestant[] contestants = [sending, checking];
    Wrk wrk = new(folder, clients, connections);
    (string Name, IReadOnlyList<Rung> Rungs)[] kinds = [.. Files.Ladder.Select(rung => (rung.Name, (IReadOnlyList<Rung>)[rung])), ("all", Files.Ladder)];
    foreach (var contestant in contestants) await contestant.FillAsync(Files.Ladder);
    for (var round = 0; round < rounds; round++)
        foreach (var (name, rungs) in kinds)
            foreach (var contestant in round % 2 == 0 ? contestants : Enumerable.Reverse(contestants))
                await contestant.RunAsync(wrk, name, rungs, seconds);

    Console.WriteLine($"Segments of four seconds ({string.Join(", ", Files.Ladder.Select(rung => $"{rung.Name} {rung.Bytes / 1000:n0} kB"))}; all: as many of each), {connections} connections.");
    Console.WriteLine($"{(servers.Length > 0 ? "Servers on one core, wrk on another" : "All on one core")}; medians of {rounds} rounds of {seconds} s in turn; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
    Console.WriteLine($"{"",-36}{"MiB/CPU s",10}{"MiB/s",10}{"req/s",10}{"p99 ms",9}{"errors",8}");
    foreach (var (name, _) in kinds)
    {
        foreach (var contestant in contestants) Console.WriteLine(contestant.Describe(name));
        Console.WriteLine($"{name,-8}{"ratio",-28}{checking.PerCpuSecond(name) / sending.PerCpuSecond(name),10:0.00}   with the edge's agent, which reads the log: {checking.PerCpuSecondOfAll(name) / sending.PerCpuSecond(name):0.00}");
    }
    var reached = checking.PerCpuSecond("all") / sending.PerCpuSecond("all");
    Console.WriteLine($"aim: at least {aim:0.0} of the bytes per CPU second of nginx that checks nothing: {(reached >= aim ? "met" : "not met")} with {reached:0.00}");
    return kinds.Sum(kind => contestants.Sum(contestant => contestant.Bad(kind.Name))) > 0 ? 1 : 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Argument(int at, int otherwise) => at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
