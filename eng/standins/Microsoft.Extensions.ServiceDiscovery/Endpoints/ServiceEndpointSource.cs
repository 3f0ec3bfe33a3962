using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>The addresses of a service at one moment, and a token that says when they are stale.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ServiceEndpointSource(List<ServiceEndpoint>? endpoints, IChangeToken changeToken, IFeatureCollection features)
{
    /// <summary>The addresses; empty when none is known.</summary>
    public IReadOnlyList<ServiceEndpoint> Endpoints { get; } = endpoints is null ? [] : endpoints;

    /// <summary>Fires when the addresses may have changed.</summary>
    public IChangeToken ChangeToken { get; } = changeToken ?? throw new ArgumentNullException(nameof(changeToken));

    /// <summary>What providers attached to the whole set.</summary>
    public IFeatureCollection Features { get; } = features ?? throw new ArgumentNullException(nameof(features));

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Endpoints)}]";
}
