using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows the state of every resource, tells who watches, and waits for states.</summary>
public partial class ResourceNotificationService : IDisposable
{
    private readonly ConcurrentDictionary<string, State> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILogger<ResourceNotificationService> logger;
    private readonly IServiceProvider services;
    private readonly ResourceLoggerService resourceLoggers;
    private readonly CancellationTokenSource disposing = new();
    private readonly CancellationTokenRegistration stopping;
    private readonly Lock gate = new();
    private Action<ResourceEvent>? updated;

    /// <summary>Resolved from the application's services.</summary>
    public ResourceNotificationService(ILogger<ResourceNotificationService> logger, IHostApplicationLifetime hostApplicationLifetime, IServiceProvider serviceProvider, ResourceLoggerService resourceLoggerService)
    {
        this.logger = logger;
        services = serviceProvider;
        resourceLoggers = resourceLoggerService;
        stopping = hostApplicationLifetime.ApplicationStopping.Register(disposing.Cancel);
    }

    private WaitBehavior DefaultWaitBehavior => services.GetRequiredService<IOptions<ResourceNotificationServiceOptions>>().Value.DefaultWaitBehavior;

    /// <summary>The state of an instance, or of a resource that has only one.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        if (!states.TryGetValue(resourceId, out var state))
        {
            var named = states.Values.Where(s => string.Equals(s.Resource.Name, resourceId, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            state = named.Count == 1 ? named[0] : null;
        }
        resourceEvent = state?.Last;
        return resourceEvent is not null;
    }

    /// <summary>The current state of every instance, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>(new() { SingleReader = true });
        void Write(ResourceEvent e) => channel.Writer.TryWrite(e);
        lock (gate)
            updated += Write;
        try
        {
            var seen = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
            foreach (var last in states.Values.Select(s => s.Last).OfType<ResourceEvent>())
            {
                seen[last.ResourceId] = last.Snapshot.Version;
                yield return last;
            }
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                if (!seen.TryGetValue(change.ResourceId, out var version) || change.Snapshot.Version > version)
                    yield return change;
        }
        finally
        {
            lock (gate)
                updated -= Write;
        }
    }

    /// <summary>Changes the state of every instance of a resource.</summary>
    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var id in resource.GetResolvedResourceNames())
            await PublishUpdateAsync(resource, id, stateFactory).ConfigureAwait(false);
    }

    /// <summary>Changes the state of one instance of a resource.</summary>
    /// <exception cref="InvalidOperationException">The instance belongs to another resource.</exception>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        var state = states.GetOrAdd(resourceId, _ => new State(resource));
        if (state.Resource != resource)
            throw new InvalidOperationException($"Resource instance doesn't match resource previously registered with specified resource id '{resourceId}'.");
        lock (state)
        {
            var previous = state.Last?.Snapshot;
            var next = stateFactory(previous ?? InitialSnapshot.Of(resource));
            next = SnapshotCommands.Update(resource, SnapshotIcon.Update(resource, next), services);
            next = next with { Version = (previous?.Version ?? 0) + 1 };
            state.Last = new(resource, resourceId, next);
            updated?.Invoke(state.Last);
            if (previous?.State?.Text != next.State?.Text && next.State is { } changed)
                Log.StateChanged(logger, resource.Name, resourceId, previous?.State?.Text, changed.Text);
        }
        return Task.CompletedTask;
    }

    /// <summary>Ends every wait.</summary>
    public void Dispose()
    {
        stopping.Dispose();
        disposing.Cancel();
        disposing.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class State(IResource resource)
    {
        public IResource Resource { get; } = resource;

        public ResourceEvent? Last { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Resource {ResourceName}/{ResourceId} changed state: {PreviousState} -> {NewState}")]
        public static partial void StateChanged(ILogger logger, string resourceName, string resourceId, string? previousState, string newState);

        [LoggerMessage(LogLevel.Information, "Waiting for resource '{ResourceName}' to enter the '{State}' state.")]
        public static partial void WaitingForState(ILogger logger, string resourceName, string state);

        [LoggerMessage(LogLevel.Information, "Waiting for resource '{ResourceName}' to become healthy.")]
        public static partial void WaitingForHealth(ILogger logger, string resourceName);

        [LoggerMessage(LogLevel.Information, "Waiting for resource '{ResourceName}' to complete.")]
        public static partial void WaitingForCompletion(ILogger logger, string resourceName);

        [LoggerMessage(LogLevel.Information, "Finished waiting for resource '{ResourceName}'.")]
        public static partial void Finished(ILogger logger, string resourceName);

        [LoggerMessage(LogLevel.Error, "Stopped waiting: {Reason}")]
        public static partial void Stopped(ILogger logger, string reason);
    }
}

/// <summary>Options of <see cref="ResourceNotificationService"/>.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>What a wait does by default when a dependency ends.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
