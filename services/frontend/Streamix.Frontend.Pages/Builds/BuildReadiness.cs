using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>Ready when there is an app to serve.</summary>
internal sealed partial class BuildReadiness(BuildStore builds, ILogger<BuildReadiness> logger) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (builds.Current is not null) return Task.FromResult(HealthCheckResult.Healthy());
        Log.Missing(logger, builds.Root);
        return Task.FromResult(HealthCheckResult.Unhealthy($"No built app in {builds.Root}; ./streamix up builds it."));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No built app in {Root}; ./streamix up builds it")]
        public static partial void Missing(ILogger logger, string root);
    }
}
