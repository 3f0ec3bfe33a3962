using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>Says on the console where the dashboard is, once it answers.</summary>
internal sealed class DashboardAnnouncement(IOptions<DashboardOptions> options, ILogger<DistributedApplication> logger)
{
    public void Make(IResourceWithEndpoints dashboard)
    {
        var url = new EndpointReference(dashboard, dashboard.Annotations.OfType<EndpointAnnotation>().First()).Url;
        Log.Listening(logger, url);
        if (options.Value.BrowserToken is { Length: > 0 } token)
            Log.Login(logger, $"{url}/login?t={token}");
    }
}

internal static partial class Log
{
    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Now listening on: {DashboardUrl}")]
    public static partial void Listening(ILogger logger, string dashboardUrl);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Login to the dashboard at {DashboardLoginUrl}")]
    public static partial void Login(ILogger logger, string dashboardLoginUrl);
}
