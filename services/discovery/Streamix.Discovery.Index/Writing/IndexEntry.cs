namespace Streamix.Discovery.Index.Writing;

/// <summary>A title that can be found.</summary>
public readonly record struct IndexEntry(Guid TitleId, long Revision);
