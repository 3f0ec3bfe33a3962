namespace Aspire.Hosting;

internal static class ExternalServiceState
{
    public static async Task InitializeAsync(ExternalServiceResource service, InitializeResourceEvent @event, CancellationToken cancellationToken)
    {
        if (await AddressAsync(service, @event, cancellationToken).ConfigureAwait(false) is not { } uri)
        {
            await @event.Notifications.PublishUpdateAsync(service, s => s with { State = KnownResourceStates.FailedToStart }).ConfigureAwait(false);
            return;
        }
        await @event.Eventing.PublishAsync(new BeforeResourceStartedEvent(service, @event.Services), cancellationToken).ConfigureAwait(false);
        await @event.Notifications.PublishUpdateAsync(service, s => s with
        {
            Properties = s.Properties.SetResourceProperty(CustomResourceKnownProperties.Source, uri.Host),
            Urls = s.Urls.Any(u => u.Url == uri.ToString()) ? s.Urls : s.Urls.Add(new(Name: null, uri.ToString(), IsInternal: false)),
            State = KnownResourceStates.Running,
        }).ConfigureAwait(false);
    }

    private static async Task<Uri?> AddressAsync(ExternalServiceResource service, InitializeResourceEvent @event, CancellationToken cancellationToken)
    {
        if (service.Uri is { } known)
            return known;
        try
        {
            var url = await service.UrlParameter!.GetValueAsync(cancellationToken).ConfigureAwait(false);
            if (ExternalServiceResource.Problem(url, out var uri) is not { } problem)
                return uri;
            @event.Logger.LogUrlInvalid(service.UrlParameter.Name, problem);
        }
        catch (MissingParameterValueException missing)
        {
            @event.Logger.LogUrlInvalid(service.UrlParameter!.Name, missing.Message);
        }
        return null;
    }
}

internal static partial class ExternalServiceLog
{
    [LoggerMessage(LogLevel.Error, "The value for URL parameter '{ParameterName}' is invalid: {Error}")]
    public static partial void LogUrlInvalid(this ILogger logger, string parameterName, string error);
}
