using System.Runtime.CompilerServices;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Spreads the calls of one set of addresses evenly.</summary>
internal sealed class RoundRobin
{
    private static readonly ConditionalWeakTable<ServiceEndpointSource, RoundRobin> Turns = [];

    private uint _next = uint.MaxValue;

    public static ServiceEndpoint Next(ServiceEndpointSource source)
    {
        var turn = Interlocked.Increment(ref Turns.GetOrCreateValue(source)._next);
        return source.Endpoints[(int)(turn % (uint)source.Endpoints.Count)];
    }
}
