namespace Streamix.ServiceDefaults.Telemetry;

/// <summary>Calls of the platform itself, which are no traffic.</summary>
internal static class Probes
{
    public const string Health = "/health";
    public const string Alive = "/alive";
    public const string Metrics = "/metrics";

    public static bool IsProbe(PathString path) =>
        path.Equals(Health, StringComparison.OrdinalIgnoreCase) || path.Equals(Alive, StringComparison.OrdinalIgnoreCase) || path.Equals(Metrics, StringComparison.OrdinalIgnoreCase);
}
