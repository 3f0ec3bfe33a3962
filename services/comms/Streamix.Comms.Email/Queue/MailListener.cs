using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Comms.Email.Data;

namespace Streamix.Comms.Email.Queue;

/// <summary>Hears of mails that other replicas and transactions have queued.</summary>
internal sealed partial class MailListener(IServiceScopeFactory scopes, MailSignal signal, TimeProvider time, Random random, ILogger<MailListener> logger) : BackgroundService
{
    private static readonly TimeSpan ProofOfLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
                var delay = Waits.After(++_failures, TimeSpan.FromMilliseconds(200), LongestWait, random);
                Log.ListenFailed(logger, error.GetType().Name, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmailDb>();
        await db.Database.OpenConnectionAsync(stoppingToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var listen = new NpgsqlCommand($"LISTEN {MailSignal.Channel}", connection);
        await listen.ExecuteNonQueryAsync(stoppingToken);
        _failures = 0;
        signal.Set();

        await using var probe = new NpgsqlCommand("SELECT 1", connection);
        while (true)
        {
            // The query may have taken a notification in.
            if (!await connection.WaitAsync(ProofOfLife, stoppingToken))
                await probe.ExecuteNonQueryAsync(stoppingToken);
            signal.Set();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for new mails failed ({Error}); next try in {Delay}")]
        public static partial void ListenFailed(ILogger logger, string error, TimeSpan delay);
    }
}
