namespace Aspire.Hosting.ApplicationModel;

internal static class SnapshotIcon
{
    public static CustomResourceSnapshot Update(IResource resource, CustomResourceSnapshot snapshot) =>
        resource.Annotations.OfType<ResourceIconAnnotation>().LastOrDefault() is { } icon
            ? snapshot with { IconName = icon.IconName, IconVariant = icon.IconVariant }
            : snapshot;
}
