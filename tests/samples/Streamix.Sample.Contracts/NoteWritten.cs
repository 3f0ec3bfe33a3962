using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Sample.Contracts;

/// <summary>Somebody wrote a note. The note itself stays where it is.</summary>
/// <param name="NoteId">The new note.</param>
/// <param name="AccountId">Whose it is.</param>
[EventType("sample.note.written", version: 1)]
public sealed record NoteWritten(Guid NoteId, Guid AccountId) : IEvent;
