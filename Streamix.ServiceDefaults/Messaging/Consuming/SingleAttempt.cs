using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Keeps the context's own strategy from running handlers again: messaging has its own retries, with a limit and a dead letter.</summary>
internal sealed class SingleAttempt(DbContext db) : ExecutionStrategy(db, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
{
    /// <summary>Commits when <paramref name="work"/> answers true, else rolls back.</summary>
    public static Task<bool> TransactAsync(DbContext db, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken) =>
        new SingleAttempt(db).ExecuteAsync(async token =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            if (!await work(token))
                return false;
            await transaction.CommitAsync(token);
            return true;
        }, cancellationToken);

    protected override bool ShouldRetryOn(Exception exception) => false;
}
