using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Discovery.Contracts.Indexing;

/// <summary>Searches are answered by another index from now on. The subject is <c>index</c>.</summary>
/// <param name="Index">As the engine calls it.</param>
/// <param name="RebuildId">The rebuild that filled it.</param>
/// <param name="Titles">How many titles can be found in it.</param>
/// <param name="SwitchedAt">UTC.</param>
[EventType("discovery.index.switched")]
public sealed record IndexSwitched(string Index, Guid RebuildId, long Titles, DateTimeOffset SwitchedAt) : IEvent;
