using Npgsql;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.PostgreSql;

/// <summary>
/// Connections of the engine. Plans are made for the values at hand: a plan for any value loses the limits that keep frequent words cheap.
/// </summary>
internal sealed class SearchDatabase : IAsyncDisposable
{
    private const string Name = "search";
    private const string Settings = "-c plan_cache_mode=force_custom_plan -c jit=off -c pg_trgm.similarity_threshold=0.45 -c work_mem=16MB -c max_parallel_workers_per_gather=0";
    private const int Prepared = 40;
    private readonly Lazy<NpgsqlDataSource> _source;

    public SearchDatabase(string connectionString) => _source = new(() =>
    {
        // Each use points the session to its generation first; there is nothing to reset.
        NpgsqlConnectionStringBuilder address = new(ServiceDbOptions.WithServiceDefaults(connectionString)) { NoResetOnClose = true, MaxAutoPrepare = Prepared };
        address.Options = $"{address.Options} {Settings}".Trim();
        return NpgsqlDataSource.Create(address);
    });

    /// <summary>Runs <paramref name="work"/> on a connection of its own; an engine that is away, or empty, is told as such.</summary>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _source.Value.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (NpgsqlException e) when (DatabaseFailure.IsUnavailable(e) || IsUnprepared(e))
        {
            throw new DependencyUnavailableException(Name, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_source.IsValueCreated)
            await _source.Value.DisposeAsync();
    }

    /// <summary>The indexer has not been here yet, or a generation went away between two statements.</summary>
    private static bool IsUnprepared(NpgsqlException e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedObject
    };
}
