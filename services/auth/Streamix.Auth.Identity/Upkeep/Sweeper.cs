using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Auth.Identity.Upkeep;

/// <summary>Removes what has expired. Safe in several replicas.</summary>
internal sealed class Sweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweeper> logger) : Rounds(Interval, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = Time.GetUtcNow();
        var forgotten = now - GuardRule.Memory;
        return await db.Passcodes.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.PasswordResets.Where(r => r.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.Challenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.Guards.Where(g => g.LastAt < forgotten && (g.LockedUntil == null || g.LockedUntil < now)).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
