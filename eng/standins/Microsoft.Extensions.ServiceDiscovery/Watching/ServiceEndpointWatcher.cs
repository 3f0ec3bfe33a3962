using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Keeps the addresses of one query: asks once, then again when they went stale.</summary>
internal sealed class ServiceEndpointWatcher(IReadOnlyList<IServiceEndpointProvider> providers, TimeProvider time, ServiceDiscoveryOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private CancellationTokenSource? _poll;
    private ServiceEndpointSource? _current;

    /// <summary>Set on each use, cleared by each sweep: what stays cleared for a whole period is dropped.</summary>
    public bool Used { get; set; } = true;

    public ValueTask<ServiceEndpointSource> GetAsync(CancellationToken cancellationToken)
    {
        Used = true;
        return _current is { ChangeToken.HasChanged: false } fresh ? new(fresh) : RefreshAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in providers)
            await provider.DisposeAsync().ConfigureAwait(false);
        _poll?.Dispose();
        _gate.Dispose();
    }

    private async ValueTask<ServiceEndpointSource> RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { ChangeToken.HasChanged: false } fresh)
                return fresh;

            var builder = new ServiceEndpointBuilder();
            foreach (var provider in providers)
                await provider.PopulateAsync(builder, cancellationToken).ConfigureAwait(false);

            _poll?.Dispose();
            _poll = builder.NeedsPolling ? new CancellationTokenSource(options.RefreshPeriod, time) : new CancellationTokenSource();
            return _current = builder.Build(new CancellationChangeToken(_poll.Token));
        }
        finally
        {
            _gate.Release();
        }
    }
}
