using Microsoft.Extensions.Configuration.Memory;

namespace Streamix.ServiceDefaults.Telemetry;

/// <summary>Levels that hold unless a service's configuration says otherwise: one line per thing that happened, not per request.</summary>
internal static class LogLevels
{
    public static MemoryConfigurationSource Source() => new()
    {
        InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
            ["Logging:LogLevel:System.Net.Http"] = "Warning",
            ["Logging:LogLevel:Npgsql"] = "Warning",
            ["Logging:LogLevel:Polly"] = "Error",
            ["Logging:LogLevel:Streamix.ServiceDefaults.Auth.TokenAuthentication"] = "Warning",
        },
    };
}
