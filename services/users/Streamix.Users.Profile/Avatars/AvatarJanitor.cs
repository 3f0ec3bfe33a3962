using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Deletes pictures nobody wears. The book is struck off after the objects, so that a crash leaves work and no litter; replicas share it.</summary>
internal sealed partial class AvatarJanitor(IServiceScopeFactory scopes, AvatarShelf shelf, IOptions<AvatarOptions> options, TimeProvider time, ILogger<AvatarJanitor> logger)
    : BackgroundService
{
    private const int Batch = 20;

    /// <summary>Deletes all that is due and says how many pictures that were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var swept = await SweepAsync(scope.ServiceProvider.GetRequiredService<ProfileDb>(), null, cancellationToken);
            total += swept;
            if (swept < Batch)
                return total;
        }
    }

    /// <summary>Deletes some of what is due, of one account or of all.</summary>
    public Task<int> SweepAsync(ProfileDb db, Guid? accountId, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var now = time.GetUtcNow();
        var due = await db.StoredAvatars.FromSql($"""
            SELECT * FROM stored_avatars WHERE doomed_at <= {now} AND ({accountId}::uuid IS NULL OR account_id = {accountId})
            ORDER BY doomed_at LIMIT {Batch} FOR UPDATE SKIP LOCKED
            """).ToListAsync(token);
        foreach (var avatar in due)
        {
            await shelf.DeleteAsync(avatar.ProfileId, avatar.Version, token);
            db.StoredAvatars.Remove(avatar);
        }
        await db.SaveChangesAsync(token);
        return due.Count;
    }, cancellationToken: cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
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
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Replaced pictures could not be deleted ({Error}); the next sweep tries again")]
        public static partial void Failed(ILogger logger, string error);
    }
}
