namespace Aspire.Hosting;

/// <summary>Adds connection strings made of values.</summary>
public static class ConnectionStringBuilderExtensions
{
    /// <summary>A connection string of an expression; it is available when the resources in it have started.</summary>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression)
    {
        var added = builder.AddResource(new ConnectionStringResource(name, connectionStringExpression));
        foreach (var resource in connectionStringExpression.ValueProviders.SelectMany(References.Of).Where(r => r is not IResourceWithoutLifetime).Distinct())
            added.WaitForStart(builder.CreateResourceBuilder(resource));
        return added
            .WithReferenceRelationship(connectionStringExpression)
            .WithInitialState(new() { ResourceType = "ConnectionString", State = KnownResourceStates.NotStarted, Properties = [] })
            .OnInitializeResource(InitializeAsync);
    }

    /// <inheritdoc cref="AddConnectionString(IDistributedApplicationBuilder, string, ReferenceExpression)" />
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, string name, Action<ReferenceExpressionBuilder> connectionStringBuilder)
    {
        var expression = new ReferenceExpressionBuilder();
        connectionStringBuilder(expression);
        return builder.AddConnectionString(name, expression.Build());
    }

    private static async Task InitializeAsync(ConnectionStringResource resource, InitializeResourceEvent @event, CancellationToken cancellationToken)
    {
        try
        {
            await @event.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, @event.Services), cancellationToken).ConfigureAwait(false);
            await @event.Notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Running }).ConfigureAwait(false);
            await @event.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, @event.Services), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            @event.Logger.LogConnectionStringFailed(error, resource.Name);
            await @event.Notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.FailedToStart }).ConfigureAwait(false);
        }
    }
}

internal static partial class ConnectionStringLog
{
    [LoggerMessage(LogLevel.Error, "Failed to resolve connection string for resource '{ResourceName}'")]
    public static partial void LogConnectionStringFailed(this ILogger logger, Exception error, string resourceName);
}
