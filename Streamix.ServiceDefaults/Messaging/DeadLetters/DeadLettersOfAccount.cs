using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>Events about an account that no handler could apply still say something of it. Their subject is the account's id.</summary>
internal sealed class DeadLettersOfAccount<TDb>(TDb db) : IPersonalDataStore where TDb : ServiceDb
{
    public string Name => "unhandled-events";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var letters = await Of(accountId).AsNoTracking().OrderBy(l => l.Id).Select(l => new { l.Type, l.OccurredAt, l.Body }).ToListAsync(cancellationToken);
        return letters.Count > 0 ? letters.Select(l => new { l.Type, l.OccurredAt, Content = JsonSerializer.Deserialize<JsonElement>(l.Body) }) : null;
    }

    public Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) => Of(accountId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<DeadLetter> Of(Guid accountId)
    {
        var (plain, dashed) = (accountId.ToString("n"), accountId.ToString("d"));
        return db.Set<DeadLetter>().Where(l => l.Subject == plain || l.Subject == dashed);
    }
}
