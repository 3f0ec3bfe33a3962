using System.Threading.Channels;
using Aspire.Hosting.Dashboard.Wire;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>The newest state of every resource, for any number of dashboards that come and go.</summary>
internal sealed class ResourceFeed(ResourceNotificationService notifications) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WireResource> _latest = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<WireResource>> _subscribers = [];

    /// <summary>What is known now, and everything that changes from now on until <see cref="Unsubscribe"/>.</summary>
    public (IReadOnlyList<WireResource> Known, Channel<WireResource> Changes) Subscribe()
    {
        var changes = Channel.CreateUnbounded<WireResource>(new() { SingleReader = true });
        lock (_gate)
        {
            _subscribers.Add(changes);
            return ([.. _latest.Values], changes);
        }
    }

    public void Unsubscribe(Channel<WireResource> changes)
    {
        lock (_gate)
            _subscribers.Remove(changes);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
            Publish(WireResources.From(change));
    }

    private void Publish(WireResource resource)
    {
        lock (_gate)
        {
            _latest[resource.Name] = resource;
            foreach (var subscriber in _subscribers)
                subscriber.Writer.TryWrite(resource);
        }
    }
}
