namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command people can run on a resource.</summary>
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    string? displayDescription,
    object? parameter,
    string? confirmationMessage,
    string? iconName,
    IconVariant? iconVariant,
    bool isHighlighted) : IResourceAnnotation
{
    /// <summary>Unique in the resource.</summary>
    public string Name { get; } = name;

    /// <summary>What people read.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>Whether it can be run in a given state.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState;

    /// <summary>Runs it.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;

    /// <summary>A tooltip.</summary>
    public string? DisplayDescription { get; } = displayDescription;

    /// <summary>Passed along.</summary>
    public object? Parameter { get; } = parameter;

    /// <summary>Asked before it runs.</summary>
    public string? ConfirmationMessage { get; } = confirmationMessage;

    /// <summary>A Fluent UI icon.</summary>
    public string? IconName { get; } = iconName;

    /// <summary>Style of the icon.</summary>
    public IconVariant? IconVariant { get; } = iconVariant;

    /// <summary>Whether it is shown next to the resource rather than in a menu.</summary>
    public bool IsHighlighted { get; } = isHighlighted;
}
