using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Ready while the database has not been needed yet, afterwards while it answers.</summary>
internal sealed class DatabaseReadiness<TDb>(IServiceScopeFactory scopes, DatabaseUse use) : IHealthCheck
    where TDb : ServiceDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!use.Started)
            return HealthCheckResult.Healthy("not used yet");

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "the database does not answer");
    }
}
