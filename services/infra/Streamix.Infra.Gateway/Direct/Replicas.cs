using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>The replicas that were ever asked; their idle connections age out on use.</summary>
internal sealed class Replicas(IOptions<DirectOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Replica?> _all = new(StringComparer.Ordinal);

    /// <summary>Null of an address that is not plain HTTP or has a path of its own.</summary>
    public Replica? Of(string prefix) => _all.TryGetValue(prefix, out var known) ? known : _all.GetOrAdd(prefix, Create);

    public void Dispose()
    {
        foreach (var replica in _all.Values)
        {
            replica?.Dispose();
        }
    }

    private Replica? Create(string prefix) =>
        Uri.TryCreate(prefix, UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/" } ? new Replica(address, options.Value, time) : null;
}
