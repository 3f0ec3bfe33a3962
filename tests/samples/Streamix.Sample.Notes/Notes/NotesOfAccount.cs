using Microsoft.EntityFrameworkCore;
using Streamix.Sample.Notes.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Sample.Notes.Notes;

internal sealed class NotesOfAccount(NotesDb db) : IPersonalDataStore
{
    public string Name => "notes";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var notes = await db.Notes.Where(n => n.AccountId == accountId).OrderBy(n => n.Id)
            .Select(n => new { n.Id, n.Title, n.Text, n.CreatedAt, n.UpdatedAt })
            .ToListAsync(cancellationToken);
        return notes.Count > 0 ? notes : null;
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Notes.Where(n => n.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
        + await db.Tallies.Where(t => t.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
