namespace Streamix.Streaming.CdnOrchestrator.Steering;

/// <summary>What a steering address says: whose it is, and which edges its manifest names.</summary>
internal sealed record SteeringSession(Guid PlaybackId, Guid AssetId, string Country, IReadOnlyList<string> Edges);
