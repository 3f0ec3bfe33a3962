using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Hosting;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Messaging.Inbox;

/// <summary>Forgets handled events that can no longer come again, and answers whose time for repeats is over. (The outbox empties itself.)</summary>
internal sealed class MessagingCleaner<TDb>(
    IServiceScopeFactory scopes, IOptions<MessagingOptions> options, TimeProvider time, ILogger<MessagingCleaner<TDb>> logger)
    : Rounds(options.Value.CleanInterval, time, logger)
    where TDb : ServiceDb
{
    private const int Chunk = 5000;

    /// <summary>Removes old rows in short transactions and says how many.</summary>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
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

    protected override Task RoundAsync(CancellationToken stoppingToken) => CleanAsync(stoppingToken);
}
