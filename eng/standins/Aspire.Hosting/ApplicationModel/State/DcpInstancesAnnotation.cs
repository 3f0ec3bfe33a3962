namespace Aspire.Hosting.ApplicationModel;

internal sealed record DcpInstance(string Name, string Suffix, int Index);

/// <summary>The names under which the orchestrator runs a resource: one per replica.</summary>
internal sealed class DcpInstancesAnnotation(IReadOnlyList<DcpInstance> instances) : IResourceAnnotation
{
    public IReadOnlyList<DcpInstance> Instances { get; } = instances;
}
