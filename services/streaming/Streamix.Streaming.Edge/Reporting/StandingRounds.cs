using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.Edge.Caches;
using Streamix.Streaming.Edge.Denials;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Edge.Reporting;

/// <summary>Looks how nginx is, and now and then how much it keeps.</summary>
internal sealed class StandingRounds(EdgeStanding standing, InnerClient nginx, CacheFolder cache, DenyList denied, TimeProvider time, ILogger<StandingRounds> logger)
    : Rounds(Interval, time, logger)
{
    private const int RoundsBetweenCounts = 60;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private int _round;

    protected override bool AtOnce => true;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var connections = await nginx.ConnectionsAsync(stoppingToken);
        // One of them is ours.
        standing.Connections = Math.Max(0, (connections ?? 1) - 1);
        standing.IsServing = connections is not null;
        if (_round++ % RoundsBetweenCounts != 0)
            return;
        standing.CacheBytes = cache.Bytes();
        denied.Sweep();
    }
}
