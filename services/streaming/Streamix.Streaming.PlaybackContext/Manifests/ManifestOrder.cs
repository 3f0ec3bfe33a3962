using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>How the manifests of a playback differ from those of the package.</summary>
/// <param name="Renditions">Those that stay; the others are not only hidden.</param>
/// <param name="Edges">The best first; at least one.</param>
/// <param name="Steering">The steering server's address; empty without one.</param>
internal sealed record ManifestOrder(IReadOnlySet<string> Renditions, IReadOnlyList<EdgeRoute> Edges, string Steering)
{
    /// <summary>There is a choice between edges to be told of.</summary>
    public bool HasPathways => Edges.Count > 1 || Steering.Length > 0;
}
