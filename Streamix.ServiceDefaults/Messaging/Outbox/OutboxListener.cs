using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Consuming;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>Wakes this process's relay when another process notifies.</summary>
internal sealed class OutboxListener<TDb>(
    IServiceScopeFactory scopes,
    OutboxSignal signal,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    Random random,
    ILogger<OutboxListener<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private static readonly TimeSpan ProofOfLife = TimeSpan.FromSeconds(30);
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), random);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                var delay = _backoff.Next();
                logger.ListenFailed(error.GetType().Name, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.OpenConnectionAsync(stoppingToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var listen = new NpgsqlCommand($"LISTEN {OutboxNotification.Channel}", connection);
        await listen.ExecuteNonQueryAsync(stoppingToken);
        _backoff.Reset();
        signal.Set(); // what came while nobody listened

        await using var probe = new NpgsqlCommand("SELECT 1", connection);
        while (true)
        {
            // The query may have taken a notification in.
            if (!await connection.WaitAsync(ProofOfLife, stoppingToken))
                await probe.ExecuteNonQueryAsync(stoppingToken);
            signal.Set();
        }
    }
}
