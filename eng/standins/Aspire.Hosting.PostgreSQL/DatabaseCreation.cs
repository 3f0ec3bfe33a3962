using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aspire.Hosting.PostgreSQL;

internal static partial class DatabaseCreation
{
    public static async Task RunAsync(PostgresServerResource server, IResourceCollection resources, IServiceProvider services, CancellationToken cancellationToken)
    {
        var logger = services.GetRequiredService<ResourceLoggerService>().GetLogger(server);
        await using var source = NpgsqlDataSource.Create(await ((IResourceWithConnectionString)server).GetConnectionStringAsync(cancellationToken) + ";Database=postgres");
        foreach (var database in resources.OfType<PostgresDatabaseResource>().Where(d => d.Parent == server))
            await CreateAsync(source, database, logger, cancellationToken);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The application's own script, or a quoted identifier.")]
    private static async Task CreateAsync(NpgsqlDataSource source, PostgresDatabaseResource database, ILogger logger, CancellationToken cancellationToken)
    {
        var script = database.Annotations.OfType<CreationScriptAnnotation>().LastOrDefault()?.Script;
        try
        {
            await using var command = source.CreateCommand(script ?? $"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName)}");
            await command.ExecuteNonQueryAsync(cancellationToken);
            Log.Created(logger, database.DatabaseName);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            Log.Exists(logger, database.DatabaseName);
        }
        catch (PostgresException error)
        {
            Log.Failed(logger, error, database.DatabaseName);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Database '{DatabaseName}' created successfully")]
        public static partial void Created(ILogger logger, string databaseName);

        [LoggerMessage(LogLevel.Debug, "Database '{DatabaseName}' already exists")]
        public static partial void Exists(ILogger logger, string databaseName);

        [LoggerMessage(LogLevel.Error, "Failed to create database '{DatabaseName}'")]
        public static partial void Failed(ILogger logger, Exception error, string databaseName);
    }
}

internal sealed class CreationScriptAnnotation(string script) : IResourceAnnotation
{
    public string Script => script;
}
