using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>
/// Hears of changed facts on this replica. What was said while nobody listened is lost, so all is forgotten when the listening begins;
/// until a broken line is noticed, facts may be older by the proof of life and the pause.
/// </summary>
internal sealed partial class FactListener(IServiceScopeFactory scopes, FactCaches caches, TimeProvider time, ILogger<FactListener> logger) : BackgroundService
{
    private static readonly TimeSpan ProofOfLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private TimeSpan _pause = FirstPause;

    /// <summary>Changes are heard.</summary>
    public bool IsListening { get; private set; }

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
            catch (Exception e)
            {
                IsListening = false;
                Log.Deaf(logger, e.GetType().Name, _pause);
                await Task.Delay(_pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RightsDb>();
        await db.Database.OpenConnectionAsync(stoppingToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        connection.Notification += Heard;
        try
        {
            await using var listen = new NpgsqlCommand($"LISTEN {FactNews.Channel}", connection);
            await listen.ExecuteNonQueryAsync(stoppingToken);
            caches.Clear();
            (IsListening, _pause) = (true, FirstPause);

            await using var probe = new NpgsqlCommand("SELECT 1", connection);
            while (true)
                if (!await connection.WaitAsync(ProofOfLife, stoppingToken))
                    await probe.ExecuteNonQueryAsync(stoppingToken);
        }
        finally
        {
            connection.Notification -= Heard;
        }
    }

    private void Heard(object sender, NpgsqlNotificationEventArgs news) => FactNews.Apply(caches, news.Payload);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of facts are not heard ({Error}); again in {Pause}")]
        public static partial void Deaf(ILogger logger, string error, TimeSpan pause);
    }
}
