namespace Aspire.Hosting.Orchestration;

/// <summary>The commands start, stop and restart of what the control plane runs.</summary>
internal static class LifecycleCommands
{
    public static void AddTo(IResource resource)
    {
        if (resource.Annotations.OfType<ExcludeLifecycleCommandsAnnotation>().Any())
            return;
        resource.Annotations.Add(new ResourceCommandAnnotation(
            KnownResourceCommands.StartCommand, "Start", c => StateFor(c, IsStopped, disabled: IsStarting, otherwise: ResourceCommandState.Hidden), StartAsync,
            "Start resource", null, null, "Play", IconVariant.Filled, isHighlighted: true));
        resource.Annotations.Add(new ResourceCommandAnnotation(
            KnownResourceCommands.StopCommand, "Stop", c => StateFor(c, IsRunning, disabled: s => s == KnownResourceStates.Stopping, otherwise: ResourceCommandState.Hidden), StopAsync,
            "Stop resource", null, null, "Stop", IconVariant.Filled, isHighlighted: true));
        resource.Annotations.Add(new ResourceCommandAnnotation(
            KnownResourceCommands.RestartCommand, "Restart", c => StateFor(c, IsRunning, disabled: _ => false, otherwise: ResourceCommandState.Disabled), RestartAsync,
            "Restart resource", null, null, "ArrowCounterclockwise", IconVariant.Regular, isHighlighted: false));
    }

    private static async Task<ExecuteCommandResult> StartAsync(ExecuteCommandContext context)
    {
        await Lifecycle(context).StartAsync(context.ResourceName, context.CancellationToken).ConfigureAwait(false);
        return CommandResults.Success();
    }

    private static async Task<ExecuteCommandResult> StopAsync(ExecuteCommandContext context)
    {
        await Lifecycle(context).StopAsync(context.ResourceName, context.CancellationToken).ConfigureAwait(false);
        return CommandResults.Success();
    }

    private static async Task<ExecuteCommandResult> RestartAsync(ExecuteCommandContext context)
    {
        await Lifecycle(context).StopAsync(context.ResourceName, context.CancellationToken).ConfigureAwait(false);
        await Lifecycle(context).StartAsync(context.ResourceName, context.CancellationToken).ConfigureAwait(false);
        return CommandResults.Success();
    }

    private static ResourceLifecycle Lifecycle(ExecuteCommandContext context) => context.ServiceProvider.GetRequiredService<ResourceLifecycle>();

    private static ResourceCommandState StateFor(UpdateCommandStateContext context, Func<string, bool> enabled, Func<string, bool> disabled, ResourceCommandState otherwise)
    {
        var state = context.ResourceSnapshot.State?.Text ?? "";
        return enabled(state) ? ResourceCommandState.Enabled : disabled(state) ? ResourceCommandState.Disabled : otherwise;
    }

    private static bool IsStopped(string state) =>
        KnownResourceStates.TerminalStates.Contains(state) || state == KnownResourceStates.NotStarted || state == KnownResourceStates.Waiting || state == "Unknown";

    private static bool IsStarting(string state) =>
        state.Length == 0 || state == KnownResourceStates.Starting || state == KnownResourceStates.Building || state == KnownResourceStates.RuntimeUnhealthy;

    private static bool IsRunning(string state) => !IsStopped(state) && !IsStarting(state) && state != KnownResourceStates.Stopping;
}
