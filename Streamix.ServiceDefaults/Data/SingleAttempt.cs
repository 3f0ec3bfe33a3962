using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Streamix.ServiceDefaults.Data;

/// <summary>
/// Keeps the context's own strategy from trying again, whose pauses grow to half a minute: for work that somebody waits for, and for work that whoever asked for it
/// repeats by rules of its own.
/// </summary>
public sealed class SingleAttempt : ExecutionStrategy
{
    private SingleAttempt(DbContext db)
        : base(db, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
    {
    }

    /// <summary>Runs <paramref name="work"/> once, transactions it opens included; a failure comes out as it is.</summary>
    public static Task<T> RunAsync<T>(DbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        new SingleAttempt(db).ExecuteAsync(work, cancellationToken);

    /// <summary>Commits when <paramref name="work"/> answers true, else rolls back.</summary>
    public static Task<bool> TransactAsync(DbContext db, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken) =>
        RunAsync(db, async token =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            if (!await work(token))
                return false;
            await transaction.CommitAsync(token);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    protected override bool ShouldRetryOn(Exception exception) => false;
}
