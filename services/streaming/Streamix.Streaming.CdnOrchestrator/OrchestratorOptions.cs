using Streamix.Streaming.CdnOrchestrator.CloudFront;

namespace Streamix.Streaming.CdnOrchestrator;

/// <summary>Section <c>Edges</c>.</summary>
internal sealed class OrchestratorOptions
{
    internal const string Section = "Edges";

    /// <summary>
    /// Secrets that paths are signed with: the first one signs, edges accept all of them. To change it, make the new one known to every edge as
    /// <see cref="NextKey"/>, then put it first here; take the old one out when its last token has expired.
    /// </summary>
    public List<string> Keys { get; } = [];

    /// <summary>Accepted by edges and not used yet; empty without one.</summary>
    public string NextKey { get; set; } = "";

    /// <summary>Edges told for a playback.</summary>
    public int PerPlayback { get; set; } = 2;

    /// <summary>The farthest end of a token, and so how long a revocation is kept: edges ask for each ended playback until then.</summary>
    public TimeSpan LongestToken { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>An edge that has not reported for this long is not chosen.</summary>
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Edges are also asked from here, at their public address.</summary>
    public bool Probe { get; set; } = true;

    /// <summary>How often edges are asked.</summary>
    public TimeSpan ProbeEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often what other replicas have written is read.</summary>
    public TimeSpan ReadEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The region of a country, by its ISO 3166-1 alpha-2 code; a viewer of another one has none, and every edge is as near.</summary>
    public Dictionary<string, string> Regions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where players find steering; relative to the manifest, or absolute.</summary>
    public string PublicSteering { get; set; } = "/api/v1/steering";

    /// <summary>How soon players ask for steering again; whole seconds.</summary>
    public TimeSpan SteeringEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a steering address is good.</summary>
    public TimeSpan SteeringLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// A removed asset is purged a second time so long after the first. The transcoder deletes its objects only after five minutes of grace and with its next sweep,
    /// and until then caches that were purged fill again.
    /// </summary>
    public TimeSpan PurgeAgainAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long ended cache jobs are kept.</summary>
    public TimeSpan JobsKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Amazon's edges.</summary>
    public CloudFrontOptions CloudFront { get; set; } = new();
}
