using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Streamix.Benchmarks.Gateway;

/// <summary>Backend and Redis, and what is driven in turn: nginx, bare YARP and gateway, or the gateway with several kinds of session check.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly List<Child> _children = [];
    private readonly List<(string Name, Child Server, int Port)> _driven = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("bench").FullName;
    private readonly Settings _settings;
    private readonly int _backend = FreePort(), _redis = FreePort();
    private readonly Tokens _tokens = new();

    private Bench(Settings settings) => _settings = settings;

    public static async Task<Bench> StartAsync(Settings settings)
    {
        var bench = new Bench(settings);
        await bench.WriteFilesAsync();
        await bench.StartServersAsync();
        return bench;
    }

    public async Task<IReadOnlyList<Sample>> RunAsync()
    {
        var wrk = new Wrk(_settings, Path.Combine(_folder, "users.lua"));
        foreach (var (name, server, port) in _driven)
        {
            await WarmUpAsync(wrk, name, server, port);
        }

        var samples = new List<Sample>();
        for (var round = 0; round < _settings.Rounds; round++)
        {
            foreach (var (name, server, port) in _driven)
            {
                samples.Add(await wrk.RunAsync(name, server, port, _settings.Seconds));
            }
        }

        return samples;
    }

    /// <summary>Until the compiler has nothing left to do: a run brings less than 3 % over the best one so far, twice.</summary>
    private async Task WarmUpAsync(Wrk wrk, string name, Child server, int port)
    {
        var (best, still) = (0d, 0);
        for (var spent = 0; spent < _settings.Warmup && still < 2; spent += 5)
        {
            var rate = (await wrk.RunAsync(name, server, port, 5)).PerSecond;
            still = rate < best * 1.03 ? still + 1 : 0;
            best = Math.Max(best, rate);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task WriteFilesAsync()
    {
        var tokens = string.Join(", ", Enumerable.Range(0, _settings.Users).Select(_ => $"\"{_tokens.Issue()}\""));
        await File.WriteAllTextAsync(Path.Combine(_folder, "users.lua"), $$"""
            local tokens, ready, turn = { {{tokens}} }, {}, 0
            function init(args)
              for i, token in ipairs(tokens) do
                ready[i] = wrk.format("GET", nil, { ["Host"] = "bench", ["Authorization"] = "Bearer " .. token, ["Accept"] = "application/json" })
              end
            end
            function request()
              turn = turn % #ready + 1
              return ready[turn]
            end
            """);
        File.Copy(Path.Combine(GatewayFolder(), "appsettings.json"), Path.Combine(_folder, "appsettings.json"));
        Directory.CreateDirectory(Path.Combine(_folder, "Routes"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "Routes", "bench.json"), """{ "cluster": "bench", "services": { "echo": {} } }""");
    }

    private async Task StartServersAsync()
    {
        await StartAsync(_settings.OtherCores, _backend, Environment.ProcessPath!, ["backend", $"http://127.0.0.1:{_backend}"]);
        await StartAsync(_settings.OtherCores, _redis, "redis-server", ["--port", $"{_redis}", "--save", "", "--dir", _folder]);
        await (_settings.Sessions ? StartGatewaysAsync() : StartRivalsAsync());
    }

    private async Task StartRivalsAsync()
    {
        var (nginx, yarp) = (FreePort(), FreePort());
        await File.WriteAllTextAsync(Path.Combine(_folder, "nginx.conf"), Nginx.Configuration(_folder, nginx, _backend));
        _driven.Add(("nginx", await StartAsync(_settings.ServerCores, nginx, "nginx", ["-p", _folder, "-c", Path.Combine(_folder, "nginx.conf")]), nginx));
        _driven.Add(("yarp", await StartAsync(_settings.ServerCores, yarp, Environment.ProcessPath!, ["yarp", $"http://127.0.0.1:{yarp}", $"http://127.0.0.1:{_backend}"], BareEnvironment), yarp));
        await StartGatewayAsync("gateway");
    }

    /// <summary>As in production the word is kept five minutes; kept not at all, every request asks.</summary>
    private async Task StartGatewaysAsync()
    {
        await StartGatewayAsync(Report.Signature);
        await StartGatewayAsync(Report.Checked, keepSeconds: 300);
        await StartGatewayAsync(Report.Asking, keepSeconds: 0);
    }

    private async Task StartGatewayAsync(string name, int? keepSeconds = null)
    {
        var (port, environment) = (FreePort(), GatewayEnvironment());
        environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        if (keepSeconds is { } keep)
        {
            var sessions = FreePort();
            await StartAsync(_settings.OtherCores, sessions, Environment.ProcessPath!, ["sessions", $"http://127.0.0.1:{sessions}", $"{keep}"]);
            environment["services__auth-session__grpc__0"] = $"http://127.0.0.1:{sessions}";
        }
        else
        {
            environment["Gateway__Sessions__Check"] = "false";
        }

        _driven.Add((name, await StartAsync(_settings.ServerCores, port, Path.Combine(GatewayFolder(), "Streamix.Infra.Gateway"), ["--contentRoot", _folder], environment), port));
    }

    private async Task<Child> StartAsync(string cores, int port, string file, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var child = await Child.StartAsync(cores, port, file, args, environment);
        _children.Add(child);
        return child;
    }

    private static Dictionary<string, string> BareEnvironment { get; } = new(StringComparer.Ordinal) { [BareProxy.InlineCompletions] = "1" };

    private Dictionary<string, string> GatewayEnvironment() => new(StringComparer.Ordinal)
    {
        ["Auth__Jwks"] = _tokens.Jwks,
        ["services__bench-echo__http__0"] = $"http://127.0.0.1:{_backend}",
        ["ConnectionStrings__cache"] = $"127.0.0.1:{_redis}",
        ["Gateway__Limits__Classes__default__User__Permits"] = "600000",
        ["Gateway__Limits__Classes__default__User__Burst"] = "600000",
        ["Gateway__Limits__Classes__default__Address__Permits"] = "60000000",
        ["Gateway__Limits__Classes__default__Address__Burst"] = "60000000",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_backend}",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_TRACES_SAMPLER"] = "parentbased_traceidratio",
        ["OTEL_TRACES_SAMPLER_ARG"] = _settings.Sampling.ToString(CultureInfo.InvariantCulture),
        ["OTEL_SERVICE_NAME"] = "infra-gateway",
    };

    private static string GatewayFolder()
    {
        var relative = typeof(Bench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "GatewayFolder").Value!;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Streamix.Benchmarks.Gateway.csproj")))
            {
                return Path.GetFullPath(Path.Combine(folder.FullName, relative));
            }
        }

        throw new InvalidOperationException("The gateway is not beside the benchmark.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
