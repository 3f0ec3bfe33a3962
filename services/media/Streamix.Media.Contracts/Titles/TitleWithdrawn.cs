using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Titles;

/// <summary>A title is no longer open to viewers. The subject is the title.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Revision">Grows with each change of the title.</param>
/// <param name="Reason">A sentence for operators.</param>
/// <param name="WithdrawnAt">UTC.</param>
[EventType("media.title.withdrawn")]
public sealed record TitleWithdrawn(Guid TitleId, long Revision, string Reason, DateTimeOffset WithdrawnAt) : IEvent;
