using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Deletes pictures nobody wears. The book is struck off after the objects, so that a crash leaves work and no litter; replicas share it.</summary>
internal sealed class AvatarJanitor(IServiceScopeFactory scopes, AvatarShelf shelf, IOptions<AvatarOptions> options, TimeProvider time, ILogger<AvatarJanitor> logger)
    : Rounds(options.Value.SweepInterval, time, logger)
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
        var now = Time.GetUtcNow();
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

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
