using Microsoft.Extensions.Diagnostics.HealthChecks;
using Streamix.Streaming.Edge.Reporting;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Ready when nginx answers.</summary>
internal sealed class NginxReadiness(EdgeStanding standing) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(standing.IsServing ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
