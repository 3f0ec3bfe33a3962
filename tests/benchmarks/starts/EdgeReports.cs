using Streamix.Streaming.Contracts.Edges;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Starts;

/// <summary>Two edges as far as the orchestrator hears of them: a start sends them nothing.</summary>
internal sealed class EdgeReports : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reporting;

    private EdgeReports(Platform platform) => _reporting = RepeatAsync(platform);

    /// <summary>Returns when both are known.</summary>
    public static async Task<EdgeReports> StartAsync(Platform platform)
    {
        await ReportAsync(platform);
        return new(platform);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reporting;
        _stop.Dispose();
    }

    private async Task RepeatAsync(Platform platform)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Every, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stop.IsCancellationRequested)
                await TryReportAsync(platform);
        }
    }

    /// <summary>As edges do: who is not heard now is heard the next time.</summary>
    private static async Task TryReportAsync(Platform platform)
    {
        try
        {
            await ReportAsync(platform);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"The orchestrator did not hear the edges: {e.Message}");
        }
    }

    private static async Task ReportAsync(Platform platform)
    {
        foreach (var edge in (string[])["streaming-edge-1", "streaming-edge-2"])
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = platform.Orchestrator.Address }.AsService(platform.Tokens.Service(edge));
            EdgeReport report = new($"http://{edge}.example/", "eu", 1_000_000_000, 1, EdgeStates.Serving, 0, 0, 1, 0, [PathKey.Of(Platform.PathSecret).Id], 0, []);
            await new EdgeReportsClient(http).ReportAsync(edge, report, default);
        }
    }
}
