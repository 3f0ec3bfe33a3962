using System.Collections.Immutable;

namespace Aspire.Hosting.Orchestration;

/// <summary>Shows every resource before anything is started, and lets those without process begin their lives.</summary>
internal sealed class InitialStates(
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    IServiceProvider services)
{
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        eventing.Subscribe<ConnectionStringAvailableEvent>(ShowConnectionStringAsync);
        foreach (var resource in model.Resources)
        {
            var parent = (resource as IResourceWithParent)?.Parent ?? resource.Annotations.OfType<ResourceRelationshipAnnotation>().LastOrDefault(r => r.Type == KnownRelationshipTypes.Parent)?.Resource;
            await notifications.PublishUpdateAsync(resource, s => s with
            {
                HealthReports = HealthReports(resource),
                Properties = parent is null ? s.Properties : s.Properties.SetResourceProperty("resource.parentName", parent.GetResolvedResourceNames()[0]),
            }).ConfigureAwait(false);
            await eventing.PublishAsync(
                new InitializeResourceEvent(resource, eventing, loggers, notifications, services), EventDispatchBehavior.NonBlockingConcurrent, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One report without result for every check of the resource and of those it lives in.</summary>
    public static ImmutableArray<HealthReportSnapshot> HealthReports(IResource resource) =>
        resource.TryGetAnnotationsIncludingAncestorsOfType<HealthCheckAnnotation>(out var checks)
            ? [.. checks.Select(check => check.Key).Distinct(StringComparer.Ordinal).Select(key => new HealthReportSnapshot(key, null, null, null))]
            : [];

    private async Task ShowConnectionStringAsync(ConnectionStringAvailableEvent available, CancellationToken cancellationToken)
    {
        if (available.Resource is not IResourceWithConnectionString resource)
            return;
        var text = await resource.GetConnectionStringAsync(cancellationToken).ConfigureAwait(false);
        await notifications.PublishUpdateAsync(resource, s => s with
        {
            Properties = s.Properties.SetResourceProperty(CustomResourceKnownProperties.ConnectionString, text, isSensitive: true),
        }).ConfigureAwait(false);
    }
}
