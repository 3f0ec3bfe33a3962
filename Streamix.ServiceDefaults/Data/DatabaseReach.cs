using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Tells a database that is away from a statement that is too slow.</summary>
internal sealed class DatabaseReach<TDb>(IServiceScopeFactory scopes)
    where TDb : ServiceDb
{
    /// <summary>True when a statement timed out while the database takes new connections.</summary>
    public async Task<bool> IsSlowStatementAsync(Exception error, CancellationToken cancellationToken)
    {
        if (!DatabaseFailure.IsTimeout(error))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TDb>().Database.CanConnectAsync(cancellationToken);
    }
}
