using Streamix.Infra.Gateway.Catalogue;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace Streamix.Infra.Gateway.Proxy;

internal static class ProxyClusters
{
    public const string FailuresKey = "failures";

    /// <summary>Headers pass as the bytes they are, so that one beyond ASCII is no error of the service.</summary>
    private const string Bytes = "iso-8859-1";

    /// <summary>Idle time of an exchange; WebSockets and streams have no other limit.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    public static IEnumerable<ClusterConfig> Of(ServicePlan service) => service.Versions.Select(v => Of(service.Settings, v));

    private static ClusterConfig Of(ServiceEntry settings, VersionPlan version) => new()
    {
        ClusterId = version.ClusterId,
        LoadBalancingPolicy = settings.Balance,
        HealthCheck = Health(settings.Health),
        HttpClient = new HttpClientConfig { RequestHeaderEncoding = Bytes, ResponseHeaderEncoding = Bytes },
        HttpRequest = new ForwarderRequestConfig
        {
            ActivityTimeout = settings.Timeout > Idle ? settings.Timeout : Idle,
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        },
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
        {
            [version.Resource] = new() { Address = $"https+http://{version.Resource}" },
        },
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FailuresKey] = settings.Health.Failures.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    private static HealthCheckConfig Health(HealthEntry health) => new()
    {
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Active = new ActiveHealthCheckConfig
        {
            Enabled = health.Active,
            Path = health.Path,
            Interval = health.Interval,
            Timeout = health.Timeout,
            Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
        },
        Passive = new PassiveHealthCheckConfig
        {
            Enabled = true,
            Policy = TransportFailures.PolicyName,
            ReactivationPeriod = health.Reactivation,
        },
    };
}
