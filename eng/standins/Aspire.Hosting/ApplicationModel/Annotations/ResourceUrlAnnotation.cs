using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where an address is shown.</summary>
public enum UrlDisplayLocation
{
    /// <summary>In lists and details.</summary>
    SummaryAndDetails = 0,

    /// <summary>In details.</summary>
    DetailsOnly = 1,
}

/// <summary>An address people see.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    /// <summary>Greater comes first.</summary>
    public int? DisplayOrder;

    /// <summary>Absolute, or relative to <see cref="Endpoint"/>.</summary>
    public required string Url { get; set; }

    /// <summary>What people read instead.</summary>
    public string? DisplayText { get; set; }

    /// <summary>The endpoint it belongs to.</summary>
    public EndpointReference? Endpoint { get; init; }

    /// <summary>Where it is shown.</summary>
    public UrlDisplayLocation DisplayLocation { get; set; }

    internal ResourceUrlAnnotation WithEndpoint(EndpointReference endpoint) => new()
    {
        Url = Url,
        DisplayText = DisplayText,
        Endpoint = endpoint,
        DisplayLocation = DisplayLocation,
        DisplayOrder = DisplayOrder,
    };
}

/// <summary>Changes the addresses of a resource once its endpoints are known.</summary>
public sealed class ResourceUrlsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Changes the addresses.</summary>
    public ResourceUrlsCallbackAnnotation(Action<ResourceUrlsCallbackContext> callback) : this(c =>
    {
        callback(c);
        return Task.CompletedTask;
    })
    {
    }

    /// <summary>Changes the addresses.</summary>
    public ResourceUrlsCallbackAnnotation(Func<ResourceUrlsCallbackContext, Task> callback) => Callback = callback;

    /// <summary>What is called.</summary>
    public Func<ResourceUrlsCallbackContext, Task> Callback { get; }
}

/// <summary>What a callback for addresses gets.</summary>
public class ResourceUrlsCallbackContext(
    DistributedApplicationExecutionContext executionContext,
    IResource resource,
    List<ResourceUrlAnnotation>? urls = null,
    CancellationToken cancellationToken = default)
{
    /// <summary>Whose addresses.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The addresses so far.</summary>
    public List<ResourceUrlAnnotation> Urls { get; } = urls ?? [];

    /// <summary>The mode.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>Stops the callback.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The resource's log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>An endpoint of the resource; null when it has none at all.</summary>
    public EndpointReference? GetEndpoint(string name) => Resource is IResourceWithEndpoints r ? r.GetEndpoint(name) : null;
}
