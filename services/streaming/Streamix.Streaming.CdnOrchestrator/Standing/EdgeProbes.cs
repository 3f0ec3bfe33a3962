using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Streaming.CdnOrchestrator.Standing;

/// <summary>Asks the edges at the address that viewers use. Reports say how an edge is; this says whether anybody gets there.</summary>
internal sealed partial class EdgeProbes : Rounds
{
    private const int FailuresToBeDown = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = Patience, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { Timeout = Patience };
    private readonly bool _enabled;
    private volatile IReadOnlyList<(string Name, string Address)> _watched = [];

    public EdgeProbes(IOptions<OrchestratorOptions> options, TimeProvider time, ILogger<EdgeProbes> logger)
        : base(options.Value.ProbeEvery, time, logger) => _enabled = options.Value.Probe;

    public void Watch(IReadOnlyList<(string Name, string Address)> edges) => _watched = edges;

    public bool IsDown(string edge) => _failures.GetValueOrDefault(edge) >= FailuresToBeDown;

    public Task ProbeAsync(CancellationToken cancellationToken) => Task.WhenAll(_watched.Select(edge => ProbeAsync(edge.Name, edge.Address, cancellationToken)));

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => _enabled ? ProbeAsync(stoppingToken) : Task.CompletedTask;

    private async Task ProbeAsync(string name, string address, CancellationToken cancellationToken)
    {
        var before = IsDown(name);
        try
        {
            using var response = await _http.GetAsync(new Uri(new Uri(address), "healthz"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
                _failures.TryRemove(name, out _);
            else
                Failed(name, 1);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            // Nobody is there: no reason to ask again before believing it.
            Failed(name, FailuresToBeDown);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Failed(name, 1);
        }

        if (IsDown(name) != before)
            Log.Turned(Logger, name, before ? "answers again" : "does not answer");
    }

    private void Failed(string name, int by) => _failures.AddOrUpdate(name, by, (_, count) => Math.Min(count + by, FailuresToBeDown));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Edge {Edge} {What} at its public address")]
        public static partial void Turned(ILogger logger, string edge, string what);
    }
}
