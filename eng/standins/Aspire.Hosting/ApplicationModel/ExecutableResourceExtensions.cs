namespace Aspire.Hosting.ApplicationModel;

/// <summary>Questions about programs.</summary>
public static class ExecutableResourceExtensions
{
    /// <summary>The programs of an application.</summary>
    public static IEnumerable<ExecutableResource> GetExecutableResources(this DistributedApplicationModel model) => model.Resources.OfType<ExecutableResource>();
}
