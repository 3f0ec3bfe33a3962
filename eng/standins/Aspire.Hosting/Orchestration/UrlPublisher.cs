namespace Aspire.Hosting.Orchestration;

/// <summary>The addresses people see: those of the endpoints, those given by hand, and what callbacks make of them.</summary>
internal sealed class UrlPublisher(ResourceNotificationService notifications, ResourceLoggerService loggers, DistributedApplicationExecutionContext execution)
{
    public async Task PublishAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            var urls = await UrlsAsync(resource, cancellationToken).ConfigureAwait(false);
            await notifications.PublishUpdateAsync(resource, s => s with { Urls = [.. urls.Select(Snapshot)] }).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.UrlsFailed(loggers.GetLogger(resource), e, resource.Name);
        }
    }

    private async Task<List<ResourceUrlAnnotation>> UrlsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var given = resource.Annotations.OfType<ResourceUrlAnnotation>().ToList();
        var urls = OfEndpoints(resource).Concat(given).ToList();
        var context = new ResourceUrlsCallbackContext(execution, resource, urls, cancellationToken) { Logger = loggers.GetLogger(resource) };
        foreach (var callback in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToList())
            await callback.Callback(context).ConfigureAwait(false);
        foreach (var url in urls.Where(u => u.Endpoint is { IsAllocated: true } && u.Url.StartsWith('/')))
            url.Url = url.Endpoint!.Url.TrimEnd('/') + url.Url;
        foreach (var annotation in given)
            resource.Annotations.Remove(annotation);
        foreach (var url in urls)
            resource.Annotations.Add(url);
        return urls;
    }

    private static IEnumerable<ResourceUrlAnnotation> OfEndpoints(IResource resource) => resource is not IResourceWithEndpoints owner
        ? []
        : owner.GetEndpoints().Where(e => e.IsAllocated).Select(e => new ResourceUrlAnnotation { Url = e.Url, Endpoint = e });

    // An endpoint can be used once its process listens, every other address at any time.
    private static UrlSnapshot Snapshot(ResourceUrlAnnotation url) => new(url.Endpoint?.EndpointName, url.Url, url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
    {
        IsInactive = url.Endpoint is not null,
        DisplayProperties = new(url.DisplayText ?? "", url.DisplayOrder ?? 0),
    };
}
