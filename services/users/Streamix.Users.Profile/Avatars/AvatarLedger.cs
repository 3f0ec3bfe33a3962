using Microsoft.EntityFrameworkCore;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Avatars;

/// <summary>The book of stored pictures. An upload that is under way keeps its lease, whatever else happens to the profile.</summary>
internal static class AvatarLedger
{
    /// <summary>Writes an upload down. False: the very picture is in the store already and in use.</summary>
    /// <returns>Null when the account has no such profile.</returns>
    public static async Task<bool?> AnnounceAvatarAsync(
        this ProfileDb db, Guid accountId, Guid profileId, string version, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        var doomed = await db.Database.SqlQuery<bool>($"""
            INSERT INTO stored_avatars AS kept (profile_id, version, account_id, doomed_at)
            SELECT id, {version}, account_id, {leaseUntil} FROM profiles WHERE id = {profileId} AND account_id = {accountId}
            ON CONFLICT (profile_id, version) DO UPDATE SET doomed_at = CASE WHEN kept.doomed_at IS NULL THEN NULL ELSE excluded.doomed_at END
            RETURNING doomed_at IS NOT NULL AS "Value"
            """).ToListAsync(cancellationToken);
        return doomed is [var only] ? only : null;
    }

    /// <summary>The picture is in use from now on; false when it was swept meanwhile.</summary>
    public static async Task<bool> KeepAvatarAsync(this ProfileDb db, Guid profileId, string version, CancellationToken cancellationToken) =>
        await db.StoredAvatars.Where(a => a.ProfileId == profileId && a.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DoomedAt, (DateTimeOffset?)null), cancellationToken) > 0;

    /// <summary>All pictures of a profile but the one it wears are to go.</summary>
    public static Task DoomAvatarsAsync(this ProfileDb db, Guid profileId, DateTimeOffset now, CancellationToken cancellationToken, string? except = null) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE stored_avatars SET doomed_at = greatest(doomed_at, {now}) WHERE profile_id = {profileId} AND version <> {except ?? ""}", cancellationToken);
}
