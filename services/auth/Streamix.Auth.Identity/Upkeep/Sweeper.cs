using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;

namespace Streamix.Auth.Identity.Upkeep;

/// <summary>Removes what has expired. Safe in several replicas.</summary>
internal sealed partial class Sweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = time.GetUtcNow();
        var forgotten = now - GuardRule.Memory;
        return await db.Passcodes.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.PasswordResets.Where(r => r.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.Challenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.Guards.Where(g => g.LastAt < forgotten && (g.LockedUntil == null || g.LockedUntil < now)).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TrySweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TrySweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Expired rows could not be removed; the next round will")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
