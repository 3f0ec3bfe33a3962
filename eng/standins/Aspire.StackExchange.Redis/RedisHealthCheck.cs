using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

internal sealed class RedisHealthCheck(Func<IConnectionMultiplexer> connect) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var connection = connect();
            foreach (var endpoint in connection.GetEndPoints(configuredOnly: true))
            {
                var server = connection.GetServer(endpoint);
                if (server.ServerType != ServerType.Cluster)
                {
                    await connection.GetDatabase().PingAsync().WaitAsync(cancellationToken);
                    await server.PingAsync().WaitAsync(cancellationToken);
                }
                else if (!(await server.ExecuteAsync("CLUSTER", "INFO").WaitAsync(cancellationToken)).ToString().Contains("cluster_state:ok", StringComparison.Ordinal))
                {
                    return new HealthCheckResult(context.Registration.FailureStatus, $"INFO CLUSTER is not on OK state for endpoint {endpoint}");
                }
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: e);
        }
    }
}
