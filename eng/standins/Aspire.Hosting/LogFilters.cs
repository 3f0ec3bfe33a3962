namespace Aspire.Hosting;

internal static class LogFilters
{
    public static void Apply(ILoggingBuilder logging, IConfiguration configuration, bool dashboard)
    {
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        if (dashboard)
            logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }
}
