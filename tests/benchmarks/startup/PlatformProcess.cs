using System.Diagnostics;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Startup;

/// <summary>An AppHost as a process with a mark by which everything it started is found, and ended.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly string _mark = $"bench-{Guid.NewGuid():n}";
    private readonly TaskCompletionSource<TimeSpan> _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stopwatch _clock = new();
    private readonly List<string> _output = [];
    private readonly Process _process;

    private PlatformProcess(string data, string[] arguments)
    {
        var ports = FreePorts.Take(3);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            Repository.PathOf("Streamix.AppHost", "bin", "Release", "net10.0", "Streamix.AppHost.dll"),
            "--progress", "true", "--backing", "processes", "--ports", "random", "--data", data, .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["STREAMIX_INSTANCE"] = _mark;
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{ports}";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{ports + 1}";
        start.Environment["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = $"http://localhost:{ports + 2}";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _healthy.TrySetException(new InvalidOperationException($"The AppHost ended:\n{Output}"));
    }

    /// <summary>Since the start.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Everything that belongs to this start.</summary>
    public IReadOnlyList<RunningProcess> Processes => RunningProcess.With("STREAMIX_INSTANCE", _mark);

    public static PlatformProcess Start(string data, params string[] arguments)
    {
        var platform = new PlatformProcess(data, arguments);
        platform._clock.Start();
        platform._process.Start();
        platform._process.BeginOutputReadLine();
        platform._process.BeginErrorReadLine();
        return platform;
    }

    /// <summary>How long it took until the AppHost said that all are healthy.</summary>
    public Task<TimeSpan> HealthyAsync() => _healthy.Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        using (var term = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await term.WaitForExitAsync();
        try
        {
            await Until.TrueAsync(() => Processes.Count == 0, "every process of the start is gone", TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            foreach (var left in Processes) left.Kill();
            throw;
        }
        finally
        {
            _process.Dispose();
        }
    }

    private string Output
    {
        get { lock (_output) return string.Join('\n', _output); }
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
        if (line.Contains("all healthy in", StringComparison.Ordinal)) _healthy.TrySetResult(_clock.Elapsed);
        if (line.Contains(" FAILED ", StringComparison.Ordinal)) _healthy.TrySetException(new InvalidOperationException($"Something did not start:\n{Output}"));
    }
}
