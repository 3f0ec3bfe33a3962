using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.AppHost.Backing.Processes;

/// <summary>Asks one engine, through its connection string, whether it answers.</summary>
internal abstract class EngineCheck
{
    public abstract Task AskAsync(string connectionString, CancellationToken ct);
}

internal static class EngineChecks
{
    /// <summary>Registers the check with the AppHost and makes the resource healthy only while it passes.</summary>
    public static IResourceBuilder<T> WithCheck<T>(this IResourceBuilder<T> engine, EngineCheck check) where T : EngineProcess
    {
        var key = $"{engine.Resource.Name}_check";
        engine.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key, _ => new Probe(engine.Resource, check), HealthStatus.Unhealthy, tags: null, timeout: TimeSpan.FromSeconds(5)));
        return engine.WithHealthCheck(key);
    }

    private sealed class Probe(EngineProcess engine, EngineCheck check) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var connectionString = await engine.ConnectionStringExpression.GetValueAsync(cancellationToken)
                    ?? throw new InvalidOperationException("The connection string is not known yet.");
                await check.AskAsync(connectionString, cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                return HealthCheckResult.Unhealthy($"{engine.Name} does not answer: {e.Message}");
            }
        }
    }
}
