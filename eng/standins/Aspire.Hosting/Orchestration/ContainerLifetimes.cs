namespace Aspire.Hosting.Orchestration;

internal static class ContainerLifetimes
{
    /// <summary>Whether the resource is a container that the next run finds again.</summary>
    public static bool IsPersistent(IResource resource) =>
        resource is ContainerResource && resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var annotation) && annotation.Lifetime == ContainerLifetime.Persistent;
}
