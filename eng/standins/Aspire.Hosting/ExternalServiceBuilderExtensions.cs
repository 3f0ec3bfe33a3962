using Aspire.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds services the application does not start.</summary>
public static class ExternalServiceBuilderExtensions
{
    /// <summary>A service at a fixed URL.</summary>
    /// <exception cref="ArgumentException">It is relative, or has a query or a fragment.</exception>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, string name, string url) =>
        ExternalServiceResource.Problem(url, out var uri) is { } problem
            ? throw new ArgumentException($"The external service URL '{url}' is invalid: {problem}", nameof(url))
            : builder.AddExternalService(name, uri!);

    /// <inheritdoc cref="AddExternalService(IDistributedApplicationBuilder, string, string)" />
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, string name, Uri uri) =>
        builder.Add(new(name, uri)).WithUrl(uri.ToString());

    /// <summary>A service at a URL given from outside.</summary>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> urlParameter) =>
        builder.Add(new(name, urlParameter.Resource));

    /// <summary>The service is healthy when it answers with a status: 200 unless told otherwise.</summary>
    /// <exception cref="ArgumentException">The path is absolute, or the URL is not http.</exception>
    public static IResourceBuilder<ExternalServiceResource> WithHttpHealthCheck(this IResourceBuilder<ExternalServiceResource> builder, string? path = null, int? statusCode = null)
    {
        var service = builder.Resource;
        if (path is not null && !Uri.IsWellFormedUriString(path, UriKind.Relative))
            throw new ArgumentException($"The path '{path}' is not a valid relative URL.", nameof(path));
        if (service.Uri is { Scheme: not ("http" or "https") } uri)
            throw new ArgumentException($"The URL '{uri}' for external service '{service.Name}' cannot be used for HTTP health checks because it has a non-HTTP scheme.", nameof(builder));
        var expected = statusCode ?? 200;
        var key = $"{service.Name}_external{(path is null ? "" : "_" + path)}_{expected}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            services => new UriHealthCheck(ct => AddressAsync(service, path, ct), expected, services.GetRequiredService<IHttpClientFactory>(), key),
            failureStatus: null,
            tags: null));
        return builder.WithHealthCheck(key);
    }

    private static IResourceBuilder<ExternalServiceResource> Add(this IDistributedApplicationBuilder builder, ExternalServiceResource resource) =>
        builder.AddResource(resource)
            .WithInitialState(new() { ResourceType = "ExternalService", State = KnownResourceStates.Waiting, Properties = [] })
            .ExcludeFromManifest()
            .OnInitializeResource(ExternalServiceState.InitializeAsync);

    private static async ValueTask<Uri?> AddressAsync(ExternalServiceResource service, string? path, CancellationToken cancellationToken)
    {
        var address = service.Uri ?? new Uri((await service.UrlParameter!.GetValueAsync(cancellationToken).ConfigureAwait(false))!);
        return path is null ? address : new Uri(address, path);
    }
}
