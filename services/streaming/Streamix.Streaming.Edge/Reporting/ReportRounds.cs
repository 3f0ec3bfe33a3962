using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Access;
using Streamix.Streaming.Edge.Caches;
using Streamix.Streaming.Edge.Denials;

namespace Streamix.Streaming.Edge.Reporting;

/// <summary>Tells the orchestrator how this edge is, and does what it says.</summary>
internal sealed partial class ReportRounds(
    IServiceScopeFactory scopes, ServiceIdentity identity, EdgeStanding standing, Traffic traffic, DenyList denied, CacheWork work, FirstOrders first,
    IHostApplicationLifetime lifetime, IOptions<EdgeOptions> options, IOptions<PathKeyOptions> keys, TimeProvider time, ILogger<ReportRounds> logger)
    : Rounds(options.Value.ReportEvery, time, logger)
{
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);
    private readonly string[] _keys = [.. keys.Value.All.Select(secret => PathKey.Of(secret).Id).Distinct(StringComparer.Ordinal)];
    private long _position;
    private bool _away;

    protected override bool AtOnce => true;

    /// <summary>The last word: no new viewers.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!options.Value.Reports)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LastPatience);
        try
        {
            await ReportAsync(EdgeStates.Stopping, patience.Token);
        }
        catch (Exception e)
        {
            // It will miss us within seconds anyway.
            Log.Away(Logger, e.GetType().Name);
        }
    }

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Reports)
            return;
        try
        {
            await ExchangeAsync(stoppingToken);
            if (_away)
                Log.Back(Logger);
            _away = false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Told once, not every second.
            if (!_away)
                Log.Away(Logger, e.GetType().Name);
            _away = true;
        }
    }

    private async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        EdgeOrders orders;
        do
        {
            orders = await ReportAsync(State, cancellationToken);
            denied.Add(orders.Revoked);
            _position = orders.Position;
        }
        while (orders.More);
        first.Heard();
        work.Take(orders.Orders);
    }

    private string State => lifetime.ApplicationStopping.IsCancellationRequested ? EdgeStates.Stopping : standing.IsServing ? EdgeStates.Serving : EdgeStates.Failing;

    private async Task<EdgeOrders> ReportAsync(string state, CancellationToken cancellationToken)
    {
        var (bits, hits) = traffic.Read();
        var progress = work.Progress();
        var settings = options.Value;
        await using var scope = scopes.CreateAsyncScope();
        var orders = await scope.ServiceProvider.GetRequiredService<EdgeReportsClient>().ReportAsync(
            identity.Name,
            new(settings.Address, settings.Region, settings.Capacity, settings.Cost, state, bits, standing.Connections, hits, standing.CacheBytes, _keys, _position, progress),
            cancellationToken);
        work.Told(progress);
        return orders;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The orchestrator does not hear this edge ({Error}); it serves on, and asks again every round")]
        public static partial void Away(ILogger logger, string error);

        [LoggerMessage(LogLevel.Information, "The orchestrator hears this edge again")]
        public static partial void Back(ILogger logger);
    }
}
