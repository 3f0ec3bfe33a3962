using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Indexer.Data;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>Holds a lease while its work lasts, also through steps that take longer than the lease. Its token ends when the lease is lost.</summary>
internal sealed class LeaseHold : IAsyncDisposable
{
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _holding;

    private LeaseHold(IServiceScopeFactory scopes, Job job, TimeSpan lease, TimeProvider time, CancellationToken cancellationToken)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _holding = HoldAsync(scopes, job.Id, job.LeaseNumber, lease, time);
    }

    public CancellationToken Token => _work.Token;

    public bool IsLost { get; private set; }

    public static LeaseHold Begin(IServiceScopeFactory scopes, Job job, TimeSpan lease, TimeProvider time, CancellationToken cancellationToken) =>
        new(scopes, job, lease, time, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _holding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
        _work.Dispose();
    }

    private async Task HoldAsync(IServiceScopeFactory scopes, Guid id, int number, TimeSpan lease, TimeProvider time)
    {
        using var timer = new PeriodicTimer(lease / 3, time);
        while (await timer.WaitForNextTickAsync(_done.Token))
        {
            if (await TryExtendAsync(scopes, id, number, time.GetUtcNow() + lease))
                continue;
            IsLost = true;
            await _work.CancelAsync();
            return;
        }
    }

    /// <summary>False when the job is not ours any more; a database that is away decides nothing.</summary>
    private async Task<bool> TryExtendAsync(IServiceScopeFactory scopes, Guid id, int number, DateTimeOffset until)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IndexerDb>().Jobs.Where(j => j.Id == id && j.State == JobState.Running && j.LeaseNumber == number)
                .ExecuteUpdateAsync(row => row.SetProperty(j => j.LeasedUntil, until), _done.Token) == 1;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return true;
        }
    }
}
