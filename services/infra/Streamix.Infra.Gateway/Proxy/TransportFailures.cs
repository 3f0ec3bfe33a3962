using System.Globalization;
using System.Runtime.CompilerServices;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>A replica that fails to connect or to answer several times in a row is left out for a while.</summary>
internal sealed class TransportFailures(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "TransportFailures";
    private readonly ConditionalWeakTable<DestinationState, StrongBox<int>> _failures = [];

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        var error = context.Features.Get<IForwarderErrorFeature>()?.Error ?? ForwarderError.None;
        if (IsTransport(error))
        {
            Failed(cluster, destination);
        }
        else if (_failures.TryGetValue(destination, out var failures))
        {
            Volatile.Write(ref failures.Value, 0);
        }
    }

    private void Failed(ClusterState cluster, DestinationState destination)
    {
        var failures = _failures.GetValue(destination, _ => new StrongBox<int>());
        if (Interlocked.Increment(ref failures.Value) >= Allowed(cluster))
        {
            var reactivation = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? TimeSpan.FromSeconds(10);
            health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, reactivation);
        }
    }

    private static int Allowed(ClusterState cluster) =>
        cluster.Model.Config.Metadata?.TryGetValue(ProxyClusters.FailuresKey, out var text) == true
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : 1;

    private static bool IsTransport(ForwarderError error) => error is
        ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.RequestBodyDestination
        or ForwarderError.ResponseBodyDestination or ForwarderError.UpgradeRequestDestination;
}
