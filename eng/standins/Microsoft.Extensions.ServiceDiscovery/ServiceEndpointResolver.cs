using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Resolves service names; keeps what it resolved until it changes or is no longer asked for.</summary>
public sealed class ServiceEndpointResolver : IAsyncDisposable
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ServiceEndpointWatcher> _watchers = new(StringComparer.OrdinalIgnoreCase);
    private readonly IServiceEndpointProviderFactory[] _factories;
    private readonly ServiceDiscoveryOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<ITimer> _sweeper;
    private bool _disposed;

    internal ServiceEndpointResolver(IEnumerable<IServiceEndpointProviderFactory> factories, IOptions<ServiceDiscoveryOptions> options, TimeProvider time)
    {
        (_factories, _options, _time) = ([.. factories], options.Value, time);
        _sweeper = new(() => time.CreateTimer(_ => Sweep(), null, SweepPeriod, SweepPeriod));
    }

    /// <summary>The current addresses of <paramref name="serviceName"/>, for example <c>https+http://catalog</c>.</summary>
    /// <exception cref="InvalidOperationException">No provider can resolve such a name.</exception>
    public ValueTask<ServiceEndpointSource> GetEndpointsAsync(string serviceName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceName);
        ObjectDisposedException.ThrowIf(_disposed, this);
        _ = _sweeper.Value;
        return _watchers.GetOrAdd(serviceName, Watch).GetAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        if (_sweeper.IsValueCreated)
            await _sweeper.Value.DisposeAsync().ConfigureAwait(false);
        foreach (var watcher in _watchers.Values)
            await watcher.DisposeAsync().ConfigureAwait(false);
    }

    private ServiceEndpointWatcher Watch(string serviceName)
    {
        if (!ServiceEndpointQuery.TryParse(serviceName, out var query))
            throw new InvalidOperationException($"'{serviceName}' is no service name.");

        List<IServiceEndpointProvider> providers = [];
        foreach (var factory in _factories)
            if (factory.TryCreateProvider(query, out var provider))
                providers.Add(provider);

        return providers.Count > 0
            ? new(providers, _time, _options)
            : throw new InvalidOperationException($"No provider which supports the provided service name, '{serviceName}', has been configured.");
    }

    /// <summary>The dropped watcher is left to the collector: a caller may still be waiting in it.</summary>
    private void Sweep()
    {
        foreach (var (name, watcher) in _watchers)
            if (watcher.Used)
                watcher.Used = false;
            else
                _watchers.TryRemove(name, out _);
    }
}
