using Microsoft.EntityFrameworkCore;
using Streamix.Sample.Notes.Notes;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Sample.Notes.Data;

/// <summary>Notes and how many each account has written.</summary>
[Database("sample-notes-db")]
public sealed class NotesDb(DbContextOptions<NotesDb> options) : ServiceDb(options)
{
    internal DbSet<Note> Notes => Set<Note>();

    internal DbSet<NoteTally> Tallies => Set<NoteTally>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable(t => t.HasCheckConstraint("ck_notes_title", "title <> ''"));
            note.Property(n => n.Title).HasMaxLength(Note.LongestTitle);
            note.Property(n => n.Text).HasMaxLength(Note.LongestText);
            note.HasIndex(n => new { n.AccountId, n.Id });
        });
        modelBuilder.Entity<NoteTally>(tally =>
        {
            tally.ToTable("note_tallies", t => t.HasCheckConstraint("ck_note_tallies_notes", "notes >= 0"));
            tally.HasKey(t => t.AccountId);
        });
    }
}
