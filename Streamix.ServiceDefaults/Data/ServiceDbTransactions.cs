using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Transactions that span several commands.</summary>
public static class ServiceDbTransactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, again from the start (with a cleared change tracker) after a transient failure.
    /// Joins the transaction that is already open, if there is one.
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(
        this ServiceDb db,
        Func<CancellationToken, Task<T>> work,
        IsolationLevel isolation = IsolationLevel.ReadCommitted,
        CancellationToken cancellationToken = default)
    {
        if (db.Database.CurrentTransaction is not null)
            return await work(cancellationToken);

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(isolation, token);
            var result = await work(token);
            await transaction.CommitAsync(token);
            return result;
        }, cancellationToken);
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public static Task InTransactionAsync(
        this ServiceDb db,
        Func<CancellationToken, Task> work,
        IsolationLevel isolation = IsolationLevel.ReadCommitted,
        CancellationToken cancellationToken = default) =>
        db.InTransactionAsync(async token =>
        {
            await work(token);
            return true;
        }, isolation, cancellationToken);
}
