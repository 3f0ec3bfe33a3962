using System.Text.Json.Serialization;

namespace Streamix.Streaming.CdnOrchestrator.Steering;

/// <summary>A steering manifest: of HLS (draft-pantos-hls-rfc8216bis, 7.2) and, with the same words, of DASH (ETSI TS 103 998).</summary>
/// <param name="Version">1.</param>
/// <param name="Ttl">Seconds until the player asks again.</param>
/// <param name="Priority">Pathways or service locations, the best first.</param>
internal sealed record SteeringManifest(
    [property: JsonPropertyName("VERSION")] int Version,
    [property: JsonPropertyName("TTL")] int Ttl,
    [property: JsonPropertyName("PATHWAY-PRIORITY")] IReadOnlyList<string> Priority);
