using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Consuming;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>Moves committed events from the outbox to the broker. Any number of replicas may run.</summary>
internal sealed class OutboxRelay<TDb>(
    IServiceScopeFactory scopes,
    OutboxSender sender,
    OutboxSignal signal,
    IMessagingProbe probe,
    IHostApplicationLifetime lifetime,
    IOptions<MessagingOptions> options,
    TimeProvider time,
    Random random,
    ILogger<OutboxRelay<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private readonly MessagingOptions _options = options.Value;
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), random);
    private readonly HeldTypes _held = new(options.Value.UnroutedProbe, options.Value.UnroutedRetention, time);
    private bool _isBehind;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RelayOnceAsync(stoppingToken))
                    _backoff.Reset();
                _backoff.Reset();
                await signal.WaitAsync(NextLook(), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                var delay = _backoff.Next();
                logger.RelayFailed(error.GetType().Name, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Sends one batch; false when there was none.</summary>
    private async Task<bool> RelayOnceAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.OpenConnectionAsync(stoppingToken);
        if (_isBehind)
            await OutboxNotification.SendAsync(db, stoppingToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = await OutboxBatch.TakeAsync(connection, _held.Current, _options.BatchSize, stoppingToken);
        _isBehind = batch.IsFull;
        if (batch.Messages.Count == 0)
            return false;

        using var limit = new CancellationTokenSource(_options.PublishTimeout, time);
        var result = await sender.SendAsync(batch.Messages, limit.Token);
        Learn(result);
        await SettleAsync(batch, result);
        if (result.Error is { } error)
            throw error;
        // Another replica that was woken meanwhile has found these partitions taken, and nobody wakes it again.
        return true;
    }

    /// <summary>Runs to its end at shutdown too: what was confirmed should not be sent again.</summary>
    private async Task SettleAsync(OutboxBatch batch, SendResult result)
    {
        await batch.DeleteAsync([.. result.Confirmed.Select(m => m.Position)], CancellationToken.None);
        probe.Reached(MessagingStep.Deleted);
        var gone = 0;
        foreach (var type in _held.Expired)
            gone += await batch.LetGoAsync(type, time.GetUtcNow() - _options.RetentionOf(type), CancellationToken.None);
        await batch.CommitAsync(CancellationToken.None);
        if (gone > 0)
            logger.LetGo(gone);
    }

    private void Learn(SendResult result)
    {
        foreach (var type in result.Confirmed.Select(m => m.Type).Distinct())
            _held.Release(type);
        foreach (var type in result.Unrouted)
            if (_held.Add(type))
                logger.Unrouted(type);
    }

    private TimeSpan NextLook() =>
        !_held.Any || _options.PollInterval < _options.UnroutedProbe ? _options.PollInterval : _options.UnroutedProbe;
}
