using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

internal static class InitialSnapshot
{
    public static CustomResourceSnapshot Of(IResource resource)
    {
        var snapshot = resource.Annotations.OfType<ResourceSnapshotAnnotation>().LastOrDefault()?.InitialSnapshot
            ?? new CustomResourceSnapshot { ResourceType = TypeName(resource), Properties = [] };
        return snapshot with
        {
            CreationTimeStamp = snapshot.CreationTimeStamp ?? DateTime.UtcNow,
            Relationships = snapshot.Relationships.AddRange(Relationships(resource)),
            HealthReports = [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(h => new HealthReportSnapshot(h.Key, Status: null, Description: null, ExceptionText: null))],
        };
    }

    private static string TypeName(IResource resource) => resource switch
    {
        ProjectResource => "Project",
        ContainerResource => "Container",
        ExecutableResource => "Executable",
        ParameterResource => "Parameter",
        _ when resource.GetType().Name is var name && name.EndsWith("Resource", StringComparison.Ordinal) => name[..^"Resource".Length],
        _ => resource.GetType().Name,
    };

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource)
    {
        var annotated = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type));
        var parent = resource is IResourceWithParent child ? [new RelationshipSnapshot(child.Parent.Name, KnownRelationshipTypes.Parent)] : Array.Empty<RelationshipSnapshot>();
        return [.. annotated.Concat(parent).Distinct()];
    }
}
