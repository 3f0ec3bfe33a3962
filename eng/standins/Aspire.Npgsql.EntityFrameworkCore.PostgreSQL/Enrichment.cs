using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

internal static class Enrichment
{
    public static void Apply<TContext>(DbContextOptionsBuilder options, NpgsqlEntityFrameworkCorePostgreSQLSettings settings)
    {
        var existing = options.Options.FindExtension<NpgsqlOptionsExtension>();
        var retry = !settings.DisableRetry && WantsRetry(existing, options.Options);
        if (settings.CommandTimeout is { } wanted && existing?.CommandTimeout is { } set && wanted != set)
            throw new InvalidOperationException(
                $"Conflicting values for 'CommandTimeout' were found in {nameof(NpgsqlEntityFrameworkCorePostgreSQLSettings)} and set in DbContextOptions<{typeof(TContext).Name}>.");

        options.UseNpgsql(npgsql =>
        {
            if (retry) npgsql.EnableRetryOnFailure();
            if (settings.CommandTimeout is { } seconds) npgsql.CommandTimeout(seconds);
        });
    }

    private static bool WantsRetry(NpgsqlOptionsExtension? existing, DbContextOptions options) =>
        existing?.ExecutionStrategyFactory?.Invoke(new ExecutionStrategyDependencies(null!, options, null!)) switch
        {
            null => true,
            NpgsqlRetryingExecutionStrategy => false,
            { } other when other.GetType() == typeof(NpgsqlExecutionStrategy) => true,
            _ => throw new InvalidOperationException(
                $"{nameof(NpgsqlEntityFrameworkCorePostgreSQLSettings)}.{nameof(NpgsqlEntityFrameworkCorePostgreSQLSettings.DisableRetry)} needs to be set when a custom Execution Strategy is configured."),
        };
}
