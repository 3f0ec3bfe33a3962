using System.Net;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;

namespace Streamix.Streaming.CdnOrchestrator.Signing;

/// <summary>Makes an address that opens a package at edges of one kind.</summary>
internal interface IEdgeSigner
{
    EdgeKind Kind { get; }

    /// <summary>What signs for the edges of an order; null when edges of this kind cannot keep to it.</summary>
    Func<EdgeFacts, SignedBase>? For(SigningOrder order);
}

/// <summary>What is to be opened.</summary>
/// <param name="Renditions">That may be fetched; none: all.</param>
/// <param name="ExpiresAt">UTC, whole seconds.</param>
/// <param name="Address">The only one it is good for, with its neighbours; null: any.</param>
internal sealed record SigningOrder(Guid PlaybackId, string Prefix, IReadOnlyList<string> Renditions, DateTimeOffset ExpiresAt, IPAddress? Address);

/// <summary>An address that is open.</summary>
/// <param name="Base">Ending in a slash.</param>
/// <param name="ExpiresAt">UTC, whole seconds; never later than was ordered.</param>
/// <param name="Token">Part of it; empty when it is signed otherwise.</param>
/// <param name="Query">To append to each address.</param>
/// <param name="Cookies">To set.</param>
internal sealed record SignedBase(string Base, DateTimeOffset ExpiresAt, string Token = "", string Query = "", IReadOnlyList<string>? Cookies = null);
