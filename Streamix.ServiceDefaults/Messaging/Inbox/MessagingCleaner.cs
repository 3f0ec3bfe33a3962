using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Messaging.Inbox;

/// <summary>Forgets handled events that can no longer come again, and answers whose time for repeats is over. (The outbox empties itself.)</summary>
internal sealed class MessagingCleaner<TDb>(
    IServiceScopeFactory scopes, IOptions<MessagingOptions> options, TimeProvider time, ILogger<MessagingCleaner<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private const int Chunk = 5000;

    /// <summary>Removes old rows in short transactions and says how many.</summary>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - options.Value.InboxRetention;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var events = await AllAsync(Chunk, () => db.Database.ExecuteSqlAsync(
            $"DELETE FROM inbox WHERE ctid = ANY (ARRAY(SELECT ctid FROM inbox WHERE handled_at < {oldest} LIMIT {Chunk}))", cancellationToken));
        return events + await AllAsync(IdempotencyStore.SweepAtMost, () => IdempotencyStore.SweepAsync(db, now, cancellationToken));
    }

    private static async Task<int> AllAsync(int chunk, Func<Task<int>> remove)
    {
        for (var total = 0; ;)
        {
            var removed = await remove();
            total += removed;
            if (removed < chunk)
                return total;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CleanInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryCleanAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TryCleanAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CleanAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.CleaningFailed(error.GetType().Name);
        }
    }
}
