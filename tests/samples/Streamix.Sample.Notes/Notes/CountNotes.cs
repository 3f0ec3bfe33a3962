using Microsoft.EntityFrameworkCore;
using Streamix.Sample.Contracts;
using Streamix.Sample.Notes.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Sample.Notes.Notes;

/// <summary>Counts each note once: the tally is committed together with the inbox row, or neither.</summary>
internal sealed class CountNotes(NotesDb db) : IEventHandler<NoteWritten>
{
    public Task HandleAsync(NoteWritten @event, EventContext context, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO note_tallies (account_id, notes) VALUES ({@event.AccountId}, 1)
        ON CONFLICT (account_id) DO UPDATE SET notes = note_tallies.notes + 1
        """, cancellationToken);
}
