using Streamix.Media.Transcoder.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>Lets the holder of the newest lease write, and nobody else.</summary>
internal sealed class Fence(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Runs <paramref name="change"/> in a transaction and saves.</summary>
    /// <exception cref="LeaseLostException">The lease is not the task's newest any more.</exception>
    public async Task<T> ChangeAsync<T>(TaskLease lease, Func<Held, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        return await db.InTransactionAsync(async token =>
        {
            var job = await db.LockJobAsync(lease.Job.Id, token);
            var task = await db.LockTaskAsync(lease.Task.Id, lease.Token, token);
            if (job is null || task is null)
                throw new LeaseLostException(lease);
            var result = await change(new(db, scope.ServiceProvider.GetRequiredService<IEventPublisher>(), job, task, time.GetUtcNow()), token);
            await db.SaveChangesAsync(token);
            return result;
        }, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="ChangeAsync{T}"/>
    public Task ChangeAsync(TaskLease lease, Action<Held> change, CancellationToken cancellationToken) => ChangeAsync(lease, (held, _) =>
    {
        change(held);
        return Task.FromResult(true);
    }, cancellationToken);
}
