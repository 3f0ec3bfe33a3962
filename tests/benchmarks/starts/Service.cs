using System.Collections.Concurrent;
using System.Diagnostics;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Starts;

/// <summary>A service as it runs in production: a process of its own, with a door for HTTP and one for gRPC.</summary>
internal sealed class Service : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private bool _disposed;

    private Service(string name, Process process, Uri address, Uri grpc) => (Name, _process, Address, Grpc) = (name, process, address, grpc);

    public string Name { get; }

    public Uri Address { get; }

    public Uri Grpc { get; }

    public int Id => _process.Id;

    /// <summary>Time of processors it has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="cores">For taskset; empty for all.</param>
    public static async Task<Service> StartAsync(string assembly, string name, IReadOnlyDictionary<string, string> settings, string cores = "", params string[] arguments)
    {
        var (http, grpc) = (FreePorts.Take(), FreePorts.Take());
        string[] command = [.. cores.Length > 0 ? (string[])["taskset", "-c", cores] : [], "dotnet", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        start.Environment["OTEL_SERVICE_NAME"] = name;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{http};http://127.0.0.1:{grpc}";
        start.Environment["Grpc__Port"] = $"{grpc}";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var service = new Service(name, Process.Start(start)!, new($"http://127.0.0.1:{http}"), new($"http://127.0.0.1:{grpc}"));
        service.Listen();
        await service.AnswersAsync();
        return service;
    }

    /// <summary>kill -9; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        while (_said.Count > LinesKept)
            _said.TryDequeue(out _);
    }

    /// <summary>Whatever it answers: who guards a door answers too.</summary>
    private async Task AnswersAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        await Until.TrueAsync(async () =>
        {
            if (_process.HasExited)
                return true;
            using var answer = await http.GetAsync(new Uri(Address, "/alive"));
            return true;
        }, $"{Name} answers");
        if (_process.HasExited)
            throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}:\n{string.Join('\n', _said)}");
    }
}
