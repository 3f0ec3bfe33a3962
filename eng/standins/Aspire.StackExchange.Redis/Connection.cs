using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

internal static class Connection
{
    public static IConnectionMultiplexer Open(IServiceProvider services, string connectionName, string optionsName)
    {
        var options = services.GetRequiredService<IOptionsMonitor<ConfigurationOptions>>().Get(optionsName);
        if (options.EndPoints.Count == 0)
            throw new InvalidOperationException(
                $"No endpoints specified. Ensure a valid connection string was provided in 'ConnectionStrings:{connectionName}' or for the '{Registration.Section}:ConnectionString' configuration key.");
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        var connection = ConnectionMultiplexer.Connect(options);
        services.GetService<CommandSpans>()?.Watch(connection);
        return connection;
    }

    public static IConnectionMultiplexer Resolve(IServiceProvider services, string? key) =>
        key is null ? services.GetRequiredService<IConnectionMultiplexer>() : services.GetRequiredKeyedService<IConnectionMultiplexer>(key);
}
