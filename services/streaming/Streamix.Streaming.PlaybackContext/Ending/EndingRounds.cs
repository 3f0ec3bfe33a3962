using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Ending;

/// <summary>Tells others of ended playbacks.</summary>
internal sealed class ClosingRounds(IServiceScopeFactory scopes, IOptions<PlaybackOptions> options, TimeProvider time, ILogger<ClosingRounds> logger)
    : Rounds(options.Value.ClosingRounds, time, logger)
{
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        var (closed, found) = (0, 1);
        while (found > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            closed += found = await scope.ServiceProvider.GetRequiredService<Closer>().CloseDueAsync(cancellationToken);
        }
        return closed;
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => CloseAsync(stoppingToken);
}

/// <summary>
/// Ends playbacks of which nothing is heard any more, and those whose right to play is over. While this service or its database was away nobody could be heard:
/// then all have the time again to be.
/// </summary>
internal sealed class OverdueRounds(IServiceScopeFactory scopes, IOptions<PlaybackOptions> options, TimeProvider time, ILogger<OverdueRounds> logger)
    : Rounds(options.Value.Rounds, time, logger)
{
    private const int Together = 500;
    private readonly Vigil _vigil = new(2 * options.Value.Rounds);

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var looking = _vigil.Look(Time.GetUtcNow());
        try
        {
            await EndAsync(looking >= options.Value.SilentAfter, cancellationToken);
        }
        catch
        {
            _vigil.Break();
            throw;
        }
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => EndAsync(stoppingToken);

    private async Task EndAsync(bool alsoSilent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlaybackDb>();
        var desk = scope.ServiceProvider.GetRequiredService<EndingDesk>();
        var now = Time.GetUtcNow();
        var playing = db.Playbacks.Where(p => p.State == PlaybackState.Playing);
        var over = await playing.Where(p => p.GoodUntil <= now).OrderBy(p => p.GoodUntil).Select(p => p.Id).Take(Together).ToListAsync(cancellationToken);
        await desk.EndAsync(over, PlaybackEnds.Revoked, RefusalCodes.NoLonger, cancellationToken);
        if (!alsoSilent)
            return;
        var heard = now - options.Value.SilentAfter;
        var silent = await playing.Where(p => p.LastHeartbeatAt < heard).OrderBy(p => p.LastHeartbeatAt).Select(p => p.Id).Take(Together).ToListAsync(cancellationToken);
        await desk.EndSilentAsync(silent, heard, cancellationToken);
    }
}

/// <summary>Forgets playbacks that are over for long.</summary>
internal sealed class Sweeper(IServiceScopeFactory scopes, IOptions<PlaybackOptions> options, TimeProvider time, ILogger<Sweeper> logger)
    : Rounds(TimeSpan.FromMinutes(30), time, logger)
{
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var old = Time.GetUtcNow() - options.Value.Kept;
        return await scope.ServiceProvider.GetRequiredService<PlaybackDb>().Playbacks
            .Where(p => p.State == PlaybackState.Ended && p.EndedAt < old && p.ClosedAt != null).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
