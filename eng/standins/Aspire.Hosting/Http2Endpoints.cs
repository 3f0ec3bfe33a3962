namespace Aspire.Hosting;

internal static class Http2Endpoints
{
    public static Task ApplyAsync(BeforeStartEvent @event, CancellationToken cancellationToken)
    {
        foreach (var endpoint in @event.Model.Resources
            .Where(r => r.HasAnnotationOfType<Http2ServiceAnnotation>())
            .SelectMany(r => r.Annotations.OfType<EndpointAnnotation>())
            .Where(e => e.UriScheme is "http" or "https"))
            endpoint.Transport = "http2";
        return Task.CompletedTask;
    }
}
