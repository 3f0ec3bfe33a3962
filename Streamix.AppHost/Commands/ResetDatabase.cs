using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Streamix.AppHost.Commands;

internal static class ResetDatabase
{
    /// <summary>Adds "Reset database": drops it, then lets the migrator make it anew. Services reconnect by themselves.</summary>
    public static IResourceBuilder<ConnectionStringResource> WithResetCommand(this IResourceBuilder<ConnectionStringResource> database, Platform platform) =>
        database.WithCommand("reset-database", "Reset database", context => ResetAsync(context, database.Resource.Name, platform), new CommandOptions
        {
            Description = "Drop this database and create it again, empty",
            ConfirmationMessage = $"Every row of {database.Resource.Name} will be lost. Reset it?",
            IconName = "DatabaseArrowRight",
        });

    private static async Task<ExecuteCommandResult> ResetAsync(ExecuteCommandContext context, string name, Platform platform)
    {
        var ct = context.CancellationToken;
        var admin = await platform.Backing.Postgres.Resource.GetConnectionStringAsync(ct);
        await using (var connection = new NpgsqlConnection($"{admin};Database=postgres;Pooling=false"))
        {
            await connection.OpenAsync(ct);
            var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(name);
#pragma warning disable CA2100 // The name is the graph's own and quoted; DDL takes no parameters.
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync(ct);
        }
        var commands = context.ServiceProvider.GetRequiredService<ResourceCommandService>();
        return await commands.ExecuteCommandAsync(platform.Migrator.Resource, KnownResourceCommands.StartCommand, ct);
    }
}
