using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Titles;

/// <summary>A title is open to viewers, for the first time or again. The subject is the title.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Kind">See <see cref="TitleKinds"/>.</param>
/// <param name="SeriesId">For episodes.</param>
/// <param name="AssetId">The asset that plays.</param>
/// <param name="Revision">Grows with each change of the title.</param>
/// <param name="PublishedAt">UTC.</param>
[EventType("media.title.published")]
public sealed record TitlePublished(Guid TitleId, string Kind, Guid? SeriesId, Guid? AssetId, long Revision, DateTimeOffset PublishedAt) : IEvent;
