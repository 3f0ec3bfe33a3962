namespace Aspire.Hosting.ApplicationModel;

/// <summary>Runs commands of resources.</summary>
public partial class ResourceCommandService
{
    private readonly ResourceNotificationService notifications;
    private readonly ResourceLoggerService loggers;
    private readonly IServiceProvider services;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services)
    {
        this.notifications = notifications;
        this.loggers = loggers;
        this.services = services;
    }

    /// <summary>Runs a command on one instance.</summary>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        notifications.TryGetCurrentState(resourceId, out var state)
            ? RunAsync(state.Resource, state.ResourceId, commandName, cancellationToken)
            : Task.FromResult(CommandResults.Failure($"Resource '{resourceId}' not found."));

    /// <summary>Runs a command on every instance; the first failure is the result.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        var results = await Task.WhenAll(resource.GetResolvedResourceNames().Select(id => RunAsync(resource, id, commandName, cancellationToken))).ConfigureAwait(false);
        return Array.Find(results, r => !r.Success) ?? results[0];
    }

    private async Task<ExecuteCommandResult> RunAsync(IResource resource, string id, string commandName, CancellationToken cancellationToken)
    {
        var command = resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(c => c.Name == commandName);
        if (command is null)
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{id}'.");
        var logger = loggers.GetLogger(id);
        Log.Executing(logger, commandName);
        try
        {
            var result = await command.ExecuteCommand(new()
            {
                ServiceProvider = services,
                ResourceName = id,
                CancellationToken = cancellationToken,
                Logger = logger,
            }).ConfigureAwait(false);
            if (result.Success)
                Log.Executed(logger, commandName);
            else
                Log.Failed(logger, commandName, result.ErrorMessage);
            return result;
        }
        catch (Exception error)
        {
            Log.Threw(logger, error, commandName);
            return CommandResults.Failure("Unhandled exception thrown while executing command.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Executing command '{CommandName}'.")]
        public static partial void Executing(ILogger logger, string commandName);

        [LoggerMessage(LogLevel.Information, "Successfully executed command '{CommandName}'.")]
        public static partial void Executed(ILogger logger, string commandName);

        [LoggerMessage(LogLevel.Information, "Failure executing command '{CommandName}'. Error message: {Error}")]
        public static partial void Failed(ILogger logger, string commandName, string? error);

        [LoggerMessage(LogLevel.Error, "Error executing command '{CommandName}'.")]
        public static partial void Threw(ILogger logger, Exception error, string commandName);
    }
}
