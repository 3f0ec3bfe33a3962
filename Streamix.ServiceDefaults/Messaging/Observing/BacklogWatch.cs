using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>Looks into the messaging tables now and then, for the gauges. While the database is away there is nothing to tell.</summary>
internal sealed class BacklogWatch<TDb>(IServiceScopeFactory scopes, MessagingTelemetry telemetry, IOptions<MessagingOptions> options, TimeProvider time) : BackgroundService
    where TDb : ServiceDb
{
    // Records of audit may stay for years; they are no backlog.
    private const string Look = $"""
        SELECT (SELECT count(*) FROM outbox WHERE type NOT LIKE '{MessagingOptions.AuditTypes}%'),
               coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at) FROM outbox
                         WHERE type NOT LIKE '{MessagingOptions.AuditTypes}%' ORDER BY position LIMIT 1), 0)::float8,
               (SELECT count(*) FROM dead_letters),
               (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'inbox'::regclass)
        """;

    /// <summary>Plain SQL: a query of the model would be compiled in every service for four numbers.</summary>
    public async Task<Backlog> LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = Look;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return new(rows.GetInt64(0), rows.GetDouble(1), rows.GetInt64(2), rows.GetInt64(3));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.BacklogInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                telemetry.Backlog = await TryLookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<Backlog?> TryLookAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await LookAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
