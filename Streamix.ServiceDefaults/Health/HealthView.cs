using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.ServiceDefaults.Health;

/// <summary>What <c>/health</c> tells: states by check, no details.</summary>
internal sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks)
{
    public static HealthView Stopping { get; } = new(nameof(HealthStatus.Unhealthy), new Dictionary<string, string>(StringComparer.Ordinal) { ["shutdown"] = "Stopping" });

    [JsonIgnore]
    public bool IsReady => Status != nameof(HealthStatus.Unhealthy);

    public static HealthView Of(HealthReport report) =>
        new(report.Status.ToString(), report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString(), StringComparer.Ordinal));
}
