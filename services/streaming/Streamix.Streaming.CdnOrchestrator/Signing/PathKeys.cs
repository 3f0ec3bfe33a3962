using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Signing;

/// <summary>The keys of this deployment.</summary>
internal sealed class PathKeys(IOptions<OrchestratorOptions> options)
{
    private readonly PathKey[] _all = [.. options.Value.Keys.Append(options.Value.NextKey).Where(secret => secret.Length > 0).Select(PathKey.Of)];

    /// <summary>Signs.</summary>
    public PathKey Current => _all[0];

    /// <summary>Whether one of the keys has signed this.</summary>
    public bool HaveSigned(string payload, string signature) => _all.Any(key => FixedTime.Same(key.Sign(payload), signature));
}
