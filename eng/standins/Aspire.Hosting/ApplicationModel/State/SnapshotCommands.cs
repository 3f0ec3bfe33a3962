namespace Aspire.Hosting.ApplicationModel;

internal static class SnapshotCommands
{
    public static CustomResourceSnapshot Update(IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services)
    {
        var context = new UpdateCommandStateContext { ResourceSnapshot = snapshot, ServiceProvider = services };
        return snapshot with { Commands = [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(c => Snapshot(c, c.UpdateState(context)))] };
    }

    private static ResourceCommandSnapshot Snapshot(ResourceCommandAnnotation command, ResourceCommandState state) => new(
        command.Name,
        state,
        command.DisplayName,
        command.DisplayDescription,
        command.Parameter,
        command.ConfirmationMessage,
        command.IconName,
        command.IconVariant,
        command.IsHighlighted);
}
