namespace Aspire.Hosting.Orchestration;

/// <summary>Resources that live in another, such as a database in its server, share its state and its events.</summary>
internal sealed class ResourceHierarchy(
    DistributedApplicationModel model, ResourceNotificationService notifications, IDistributedApplicationEventing eventing, IServiceProvider services)
{
    private ILookup<IResource, IResource> Children => field ??= model.Resources
        .Where(r => r is IResourceWithParent && !HasOwnLife(r))
        .ToLookup(r => ((IResourceWithParent)r).Parent);

    /// <summary>Changes everything that lives in a resource.</summary>
    public async Task MirrorAsync(IResource parent, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        foreach (var child in Children[parent])
        {
            await notifications.PublishUpdateAsync(child, change).ConfigureAwait(false);
            await MirrorAsync(child, change).ConfigureAwait(false);
        }
    }

    /// <summary>Says of a resource and of all that lives in it that one can connect.</summary>
    public async Task PublishConnectionStringsAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (resource is IResourceWithConnectionString)
            await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken).ConfigureAwait(false);
        foreach (var child in Children[resource])
            await PublishConnectionStringsAsync(child, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says of a resource and of all that lives in it that it has stopped.</summary>
    public async Task PublishStoppedAsync(IResource resource, ResourceEvent last, CancellationToken cancellationToken)
    {
        await eventing.PublishAsync(new ResourceStoppedEvent(resource, services, last), cancellationToken).ConfigureAwait(false);
        foreach (var child in Children[resource])
            await PublishStoppedAsync(child, last, cancellationToken).ConfigureAwait(false);
    }

    private static bool HasOwnLife(IResource resource) => InstanceRegistry.IsManaged(resource) || resource is IResourceWithoutLifetime;
}
