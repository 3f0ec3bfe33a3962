using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Titles;

/// <summary>What the public may see of a title is different: published, edited while published, withdrawn or removed. Carries no content: readers fetch the document. The subject is the title.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Revision">Grows with each change; a document of a lower revision is stale.</param>
/// <param name="ChangedAt">UTC; the begin of "event to searchable".</param>
[EventType("media.title.changed")]
public sealed record TitleChanged(Guid TitleId, long Revision, DateTimeOffset ChangedAt) : IEvent;
