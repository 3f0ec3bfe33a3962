using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Puts pictures on profiles: written down, then stored, then worn; what is no longer worn is left to the janitor.</summary>
internal sealed class AvatarWardrobe(ProfileDb db, Roster roster, AvatarShelf shelf, IOptions<AvatarOptions> options, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Null when the account has no such profile.</summary>
    public async Task<UserProfile?> WearAsync(Guid accountId, Guid profileId, AvatarSet avatar, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var announced = await db.AnnounceAvatarAsync(accountId, profileId, avatar.Version, time.GetUtcNow() + options.Value.UploadLease, cancellationToken);
            if (announced is null)
                return null;
            if (announced.Value)
                await shelf.PutAsync(profileId, avatar, cancellationToken);

            var swept = false;
            var worn = await roster.EditAsync(accountId, profileId, null, async (profile, _, token) =>
            {
                swept = !await db.KeepAvatarAsync(profileId, avatar.Version, token);
                if (swept || profile.AvatarVersion == avatar.Version)
                    return;
                await db.DoomAvatarsAsync(profileId, time.GetUtcNow(), token, except: avatar.Version);
                profile.Wear(profile.BuiltInAvatar, avatar.Version, time.GetUtcNow());
            }, cancellationToken);
            if (!swept)
                return worn;
        }
        throw new ProblemException(StatusCodes.Status409Conflict, "The picture is being changed by somebody else.");
    }

    /// <inheritdoc cref="WearAsync"/>
    public Task<UserProfile?> WearBuiltInAsync(Guid accountId, Guid profileId, string? name, CancellationToken cancellationToken) =>
        roster.EditAsync(accountId, profileId, null, async (profile, _, token) =>
        {
            await db.DoomAvatarsAsync(profileId, time.GetUtcNow(), token);
            profile.Wear(name ?? BuiltInAvatars.For(profileId), null, time.GetUtcNow());
        }, cancellationToken);
}
