using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Http;

/// <summary>First answers to an account's calls, kept for repeats. What they show is exported by its own store; here they are only erased.</summary>
internal sealed class AnswersOfAccount<TDb>(TDb db) : IPersonalDataStore where TDb : ServiceDb
{
    public string Name => "repeatable-answers";

    public Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    public Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.Set<IdempotencyRecord>().Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
