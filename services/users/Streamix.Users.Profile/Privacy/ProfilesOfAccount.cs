using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Households;

namespace Streamix.Users.Profile.Privacy;

/// <summary>The profiles of an account with their pictures. A PIN is told of, not told.</summary>
internal sealed class ProfilesOfAccount(ProfileDb db, AvatarShelf shelf, AvatarJanitor janitor, TimeProvider time) : IPersonalDataStore
{
    public string Name => "profiles";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        List<object> parts = [];
        foreach (var p in profiles)
            parts.Add(new
            {
                p.Id, p.Name, p.Kids, p.Maturity, p.HasPin, p.Language, p.FollowsAccount, p.Preferences, p.CreatedAt, p.UpdatedAt,
                BuiltInAvatar = p.AvatarVersion is null ? p.BuiltInAvatar : null,
                Avatar = p.AvatarVersion is { } version ? await PictureAsync(p.Id, version, cancellationToken) : null,
            });
        return parts.Count > 0 ? parts : null;
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var rows = await db.InTransactionAsync(token => EraseRowsAsync(accountId, token), cancellationToken: cancellationToken);
        while (await janitor.SweepAsync(db, accountId, cancellationToken) > 0)
        {
        }
        return rows;
    }

    /// <summary>An upload under way keeps its entry until its lease ends; it is counted, so that the erasure comes again.</summary>
    private async Task<int> EraseRowsAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await db.LockKnownHouseholdAsync(accountId, cancellationToken);
        var profiles = await db.Profiles.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var households = await db.Households.Where(h => h.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var now = time.GetUtcNow();
        var pictures = await db.Database.ExecuteSqlAsync(
            $"UPDATE stored_avatars SET doomed_at = greatest(doomed_at, {now}) WHERE account_id = {accountId}", cancellationToken);
        return profiles + households + pictures;
    }

    private async Task<object?> PictureAsync(Guid profileId, string version, CancellationToken cancellationToken)
    {
        await using var stored = await shelf.GetAsync(profileId, version, AvatarKey.Sizes[^1], cancellationToken);
        if (stored is null)
            return null;
        using var memory = new MemoryStream();
        await stored.Content.CopyToAsync(memory, cancellationToken);
        return new { AvatarSet.ContentType, Base64 = Convert.ToBase64String(memory.ToArray()) };
    }
}
