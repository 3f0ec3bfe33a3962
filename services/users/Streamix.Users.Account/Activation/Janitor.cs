using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.EmailChanges;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Registration;

namespace Streamix.Users.Account.Activation;

/// <summary>Ends what was never proven, erases what was closed long ago and forgets what has served its purpose. One replica at a time.</summary>
internal sealed partial class Janitor(IServiceScopeFactory scopes, IOptions<AccountOptions> options, TimeProvider time, ILogger<Janitor> logger)
    : Rounds(options.Value.SweepInterval, time, logger)
{
    private const int Batch = 200;
    private const string Retention = "retention";

    /// <summary>How many accounts were ended or handed to erasure; 0 also while another replica sweeps.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var swept = await SweepOnceAsync(scope.ServiceProvider, cancellationToken);
            total += swept;
            if (swept < Batch)
                return total;
        }
    }

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await SweepAsync(stoppingToken) is > 0 and var swept)
            Log.Swept(Logger, swept);
    }

    private async Task<int> SweepOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AccountDb>();
        var eraser = services.GetRequiredService<Eraser>();
        return await db.InTransactionAsync(async token =>
        {
            if (!await db.TryLockJanitorAsync(token))
                return 0;
            var now = Time.GetUtcNow();
            var stale = await StaleAsync(db, AccountStatus.Pending, now - options.Value.PendingLifetime, token);
            foreach (var account in stale)
                eraser.End(account, StatusReasons.NeverProven);
            var closed = await StaleAsync(db, AccountStatus.Closed, now - options.Value.ClosedRetention, token);
            foreach (var account in closed)
                eraser.Begin(account, Retention);
            await db.SaveChangesAsync(token);
            await ForgetAsync(db, now, token);
            return Math.Max(stale.Count, closed.Count);
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Rows somebody works on right now are left for the next round.</summary>
    private static Task<List<UserAccount>> StaleAsync(AccountDb db, AccountStatus status, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var name = status.Name();
        return db.Accounts.FromSql($"""
            SELECT a.*, a.xmin FROM accounts a
            WHERE a.status = {name} AND a.status_changed_at < {before} AND a.erased_at IS NULL AND NOT EXISTS (SELECT FROM erasures e WHERE e.account_id = a.id)
            ORDER BY a.status_changed_at LIMIT {Batch} FOR UPDATE OF a SKIP LOCKED
            """).ToListAsync(cancellationToken);
    }

    private static async Task ForgetAsync(AccountDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var yesterday = now - RegistrationAttempt.Kept;
        await db.RegistrationAttempts.Where(a => a.At < yesterday).ExecuteDeleteAsync(cancellationToken);
        await db.EmailChanges.Where(c => c.CreatedAt < yesterday).ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The janitor ended or handed to erasure {Count} accounts")]
        public static partial void Swept(ILogger logger, int count);
    }
}
