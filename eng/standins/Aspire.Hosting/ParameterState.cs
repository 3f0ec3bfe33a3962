namespace Aspire.Hosting;

internal static class ParameterState
{
    public static Task InitializeAsync(InitializeResourceEvent @event, CancellationToken cancellationToken) =>
        @event.Resource is ParameterResource parameter ? ShowAsync(parameter, @event) : Task.CompletedTask;

    private static Task ShowAsync(ParameterResource parameter, InitializeResourceEvent @event)
    {
        try
        {
            var value = parameter.ValueInternal;
            return @event.Notifications.PublishUpdateAsync(parameter, s => s with
            {
                Properties = s.Properties.SetResourceProperty("Value", value, parameter.Secret),
                State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            });
        }
        catch (MissingParameterValueException missing)
        {
            @event.Logger.LogParameterMissing(missing, parameter.Name);
            return @event.Notifications.PublishUpdateAsync(parameter, s => s with { State = new(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn) });
        }
    }
}

internal static partial class ParameterLog
{
    [LoggerMessage(LogLevel.Error, "Parameter '{ParameterName}' has no value.")]
    public static partial void LogParameterMissing(this ILogger logger, Exception error, string parameterName);
}
