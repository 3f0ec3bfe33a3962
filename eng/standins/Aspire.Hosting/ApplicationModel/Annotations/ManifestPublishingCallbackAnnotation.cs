using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes a resource into the manifest.</summary>
public class ManifestPublishingCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Writes its members.</summary>
    public ManifestPublishingCallbackAnnotation(Action<ManifestPublishingContext>? callback) : this(callback is null ? null : context =>
    {
        callback(context);
        return Task.CompletedTask;
    })
    {
    }

    /// <summary>Writes its members; null leaves the resource out.</summary>
    public ManifestPublishingCallbackAnnotation(Func<ManifestPublishingContext, Task>? callback) => Callback = callback;

    /// <summary>Leaves the resource out.</summary>
    public static ManifestPublishingCallbackAnnotation Ignore { get; } = new((Func<ManifestPublishingContext, Task>?)null);

    /// <summary>What is called.</summary>
    public Func<ManifestPublishingContext, Task>? Callback { get; }
}
