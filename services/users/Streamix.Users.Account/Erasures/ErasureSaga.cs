using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Sagas;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Erasures;

/// <summary>Asks every holder until it has confirmed; outages and kills only make it take longer. A deadline makes operators look, it ends nothing.</summary>
internal sealed partial class ErasureSaga(
    IServiceScopeFactory scopes, PersonalDataHolders holders, Retry retry, SagaMetrics metrics, IOptions<AccountOptions> options, TimeProvider time, ILogger<ErasureSaga> logger) : ISaga
{
    private const int AtOnce = 4;

    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } erasure)
            return false;

        var now = time.GetUtcNow();
        var due = erasure.Parts.Where(p => p.ConfirmedAt is null && p.DueAt <= now).Select(p => p.Service);
        var answers = new ConcurrentDictionary<string, int?>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (service, token) => answers[service] = await AskAsync(erasure, service, token));
        await RecordAsync(erasure.Id, answers, cancellationToken);
        return true;
    }

    private async Task<Erasure?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountDb>();
        var (now, lease) = (time.GetUtcNow(), time.GetUtcNow() + options.Value.SagaLease);
        var claimed = await db.Database.SqlQuery<Guid>($"""
            UPDATE erasures SET due_at = {lease} WHERE id =
              (SELECT id FROM erasures WHERE finished_at IS NULL AND due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return claimed.Count == 0 ? null : await db.Erasures.AsNoTracking().Include(e => e.Parts).SingleAsync(e => e.Id == claimed[0], cancellationToken);
    }

    /// <summary>Null when there was no answer.</summary>
    private async Task<int?> AskAsync(Erasure erasure, string service, CancellationToken cancellationToken)
    {
        try
        {
            return await holders.EraseAsync(service, erasure.AccountId, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, erasure.Id, service, e.GetType().Name);
            return null;
        }
    }

    private async Task RecordAsync(Guid id, IReadOnlyDictionary<string, int?> answers, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountDb>();
        var events = scope.ServiceProvider.GetRequiredService<IEventPublisher>();
        var (finished, overdue) = await db.InTransactionAsync(async token =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT FROM erasures WHERE id = {id} FOR UPDATE", token);
            var erasure = await db.Erasures.Include(e => e.Parts).SingleAsync(e => e.Id == id, token);
            var now = time.GetUtcNow();
            foreach (var part in erasure.Parts.Where(p => p.ConfirmedAt is null && answers.ContainsKey(p.Service)))
                if (answers[part.Service] is { } erased)
                    part.Answered(erased, now, options.Value.ErasureSettles);
                else
                    part.Failed(now, retry.After);

            var late = erasure.TurnsOverdue(now);
            var done = erasure.Plan(now);
            if (done)
                events.Publish(new AccountErased(erasure.AccountId, erasure.Id, now), erasure.AccountId.Subject());
            await db.SaveChangesAsync(token);
            return (done, late);
        }, cancellationToken: cancellationToken);
        Tell(id, finished, overdue);
    }

    private void Tell(Guid id, bool finished, bool overdue)
    {
        if (finished)
        {
            metrics.Erased();
            Log.Finished(logger, id);
        }
        else if (overdue)
        {
            metrics.Overdue();
            Log.Overdue(logger, id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Erasure {ErasureId}: {Service} did not answer ({Error})")]
        public static partial void NoAnswer(ILogger logger, Guid erasureId, string service, string error);

        [LoggerMessage(Level = LogLevel.Information, Message = "Erasure {ErasureId} is complete")]
        public static partial void Finished(ILogger logger, Guid erasureId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Erasure {ErasureId} is past its deadline; it goes on")]
        public static partial void Overdue(ILogger logger, Guid erasureId);
    }
}
