using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;
using Streamix.ServiceDefaults.Messaging.Outbox;

namespace Streamix.ServiceDefaults.Data;

/// <summary>The options every <see cref="ServiceDb"/> runs with, in a service, a migrator or a test.</summary>
public static class ServiceDbOptions
{
    private const int PoolSize = 20;
    private const int IdleSeconds = 60;
    private const int ConnectSeconds = 5;
    private const int PreparedStatements = 40;

    /// <summary>Adds what the conventions of <see cref="ServiceDb"/> need besides the provider; single commands are logged at Debug.</summary>
    public static DbContextOptionsBuilder UseServiceConventions(this DbContextOptionsBuilder options) =>
        options.AddInterceptors(OutboxInterceptor.Instance)
            .ReplaceService<IModelRuntimeInitializer, WholeModelInitializer>()
            .ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));

    /// <summary>Fills in what a connection string leaves open: a small pool that empties when idle, short connects, prepared statements.</summary>
    public static string WithServiceDefaults(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        SetUnlessGiven("Maximum Pool Size", PoolSize);
        SetUnlessGiven("Connection Idle Lifetime", IdleSeconds);
        SetUnlessGiven("Timeout", ConnectSeconds);
        SetUnlessGiven("Max Auto Prepare", PreparedStatements);
        return builder.ConnectionString;

        void SetUnlessGiven(string keyword, int value)
        {
            if (!given.ShouldSerialize(keyword))
                builder[keyword] = value;
        }
    }
}
