using Aspire.Hosting.Orchestration.Endpoints;

namespace Aspire.Hosting.Orchestration;

/// <summary>Brings the graph up: states, addresses, then every resource as soon as what it waits for allows.</summary>
internal sealed class ApplicationOrchestrator(
    DistributedApplicationModel model,
    InstanceRegistry instances,
    DependencyWaits waits,
    InitialStates initialStates,
    EndpointAllocation endpoints,
    ContainerNetwork network,
    UrlPublisher urls,
    ResourceStarter starter,
    IDistributedApplicationEventing eventing,
    IServiceProvider services)
{
    /// <summary>Returns when every resource that is to start by itself has been started or has failed to.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var managed = instances.Resources;
        waits.Subscribe();
        await initialStates.PublishAsync(cancellationToken).ConfigureAwait(false);
        instances.Served = await endpoints.AllocateAsync(managed, cancellationToken).ConfigureAwait(false);
        await network.CreateAsync(cancellationToken).ConfigureAwait(false);
        foreach (var resource in model.Resources.OfType<IResourceWithEndpoints>())
        {
            await urls.PublishAsync(resource, cancellationToken).ConfigureAwait(false);
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken).ConfigureAwait(false);
        }
        await Task.WhenAll(managed.Select(resource => starter.StartAsync(resource, cancellationToken))).ConfigureAwait(false);
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken).ConfigureAwait(false);
    }
}
