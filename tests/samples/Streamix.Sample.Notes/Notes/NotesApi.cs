using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Sample.Contracts;
using Streamix.Sample.Notes.Data;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Sample.Notes.Notes;

internal static class NotesApi
{
    private const string Route = "/notes";
    private const int LargestBody = 128 * 1024;
    private static readonly Order<Note> NewestFirst = Order.Descending((Note n) => n.Id);

    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        var notes = app.MapGroup(Route).WithTags("Notes").RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        notes.MapGet("/", ListAsync).WithName("ListNotes").WithSummary("My notes, newest first");
        notes.MapPost("/", WriteAsync).WithName("WriteNote").WithSummary("Writes a note").WithIdempotency<NotesDb>();
        notes.MapGet("/count", CountAsync).WithName("CountNotes").WithSummary("How many notes I have written");
        notes.MapGet("/{id:guid}", ReadAsync).WithName("ReadNote").WithSummary("One of my notes");
        notes.MapPut("/{id:guid}", RewriteAsync).WithName("RewriteNote").WithSummary("Changes a note nobody else has changed meanwhile");
        notes.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteNote").WithSummary("Deletes a note");
    }

    private static async Task<Ok<Page<NoteView>>> ListAsync([AsParameters] PageQuery page, string? title, NotesDb db, Caller caller, CancellationToken cancellationToken)
    {
        var mine = db.Notes.AsNoTracking().Where(n => n.AccountId == caller.AccountId);
        if (!string.IsNullOrEmpty(title))
            mine = mine.Where(n => n.Title.ToLower().Contains(title.ToLower()));
        return TypedResults.Ok(await mine.ToPageAsync(page, NewestFirst, View, cancellationToken));
    }

    private static async Task<Created<NoteView>> WriteAsync(
        NoteDraft draft, NotesDb db, Caller caller, IEventPublisher events, TimeProvider time, CancellationToken cancellationToken)
    {
        var note = new Note(caller.AccountId, draft.Title, draft.Text, time.GetUtcNow());
        db.Notes.Add(note);
        events.Publish(new NoteWritten(note.Id, note.AccountId), subject: note.AccountId.ToString("n"));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"{Route}/{note.Id}", View(note));
    }

    private static async Task<Ok<NoteCount>> CountAsync(NotesDb db, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(new NoteCount(await db.Tallies.Where(t => t.AccountId == caller.AccountId).Select(t => t.Notes).SingleOrDefaultAsync(cancellationToken)));

    private static async Task<Results<Versioned<NoteView>, NotFound>> ReadAsync(Guid id, NotesDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.AccountId == caller.AccountId && n.Id == id, cancellationToken) is { } note
            ? Versioned.Ok(View(note), note)
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<NoteView>, NotFound, ProblemHttpResult>> RewriteAsync(
        Guid id, IfMatch ifMatch, NoteDraft draft, NotesDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var note = await db.Notes.SingleOrDefaultAsync(n => n.AccountId == caller.AccountId && n.Id == id, cancellationToken);
        if (note is null)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(note))
            return Problems.Stale();

        note.Rewrite(draft.Title, draft.Text, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Versioned.Ok(View(note), note);
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(Guid id, NotesDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Notes.Where(n => n.AccountId == caller.AccountId && n.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static NoteView View(Note note) => new(note.Id, note.Title, note.Text, note.CreatedAt, note.UpdatedAt);
}
