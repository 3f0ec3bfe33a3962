using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Media.Drm.Upkeep;

/// <summary>Removes what nobody can need any more. Safe in several replicas.</summary>
internal sealed class Sweeper(IServiceScopeFactory scopes, IOptions<DrmOptions> options, TimeProvider time, ILogger<Sweeper> logger)
    : Rounds(Interval, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrmDb>();
        var now = Time.GetUtcNow();
        var (ended, withdrawn, old) = (now - Margin, now - options.Value.LongestAuthorisation - Margin, now - options.Value.LicencesKept);
        return await db.Playbacks.Where(p => p.ExpiresAt < ended).ExecuteDeleteAsync(cancellationToken)
            + await db.WithdrawnPlaybacks.Where(w => w.WithdrawnAt < withdrawn && !db.Playbacks.Any(p => p.Id == w.Id)).ExecuteDeleteAsync(cancellationToken)
            + await db.Licences.Where(l => l.At < old).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
