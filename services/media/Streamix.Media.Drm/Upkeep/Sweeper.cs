using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Data;

namespace Streamix.Media.Drm.Upkeep;

/// <summary>Removes what nobody can need any more. Safe in several replicas.</summary>
internal sealed partial class Sweeper(IServiceScopeFactory scopes, IOptions<DrmOptions> options, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrmDb>();
        var now = time.GetUtcNow();
        var (ended, withdrawn, old) = (now - Margin, now - options.Value.LongestAuthorisation - Margin, now - options.Value.LicencesKept);
        return await db.Playbacks.Where(p => p.ExpiresAt < ended).ExecuteDeleteAsync(cancellationToken)
            + await db.WithdrawnPlaybacks.Where(w => w.WithdrawnAt < withdrawn && !db.Playbacks.Any(p => p.Id == w.Id)).ExecuteDeleteAsync(cancellationToken)
            + await db.Licences.Where(l => l.At < old).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TrySweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TrySweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Old rows could not be removed; the next round will")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
