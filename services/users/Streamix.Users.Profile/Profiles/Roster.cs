using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Profiles;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Households;

namespace Streamix.Users.Profile.Profiles;

/// <summary>The profiles of an account: adds, changes and removes under the lock of the household.</summary>
internal sealed class Roster(ProfileDb db, IEventPublisher events, IOptions<ProfileOptions> options, TimeProvider time)
{
    public int Limit => options.Value.Limit;

    /// <summary>Adds to a locked household; null when all slots are taken. <c>SaveChanges</c> is the caller's.</summary>
    public async Task<UserProfile?> AddAsync(Household household, ProfileDraft draft, bool isDefault, CancellationToken cancellationToken)
    {
        var taken = await db.Profiles.Where(p => p.AccountId == household.AccountId).Select(p => new { p.Slot, p.Position }).ToListAsync(cancellationToken);
        var slot = Enumerable.Range(1, Limit).Except(taken.Select(t => t.Slot)).FirstOrDefault();
        if (slot == 0 || taken.Count >= Limit)
            return null;

        var profile = new UserProfile(household, slot, taken.Select(t => t.Position).DefaultIfEmpty(-1).Max() + 1, draft, isDefault, time.GetUtcNow());
        db.Profiles.Add(profile);
        events.Publish(new ProfileCreated(profile.Id, profile.AccountId, profile.Kids, profile.Maturity, profile.Revision, profile.CreatedAt), Subject(profile));
        return profile;
    }

    /// <summary>Changes a profile in a transaction of its own; null when the account has no such profile.</summary>
    /// <param name="seen">The version the change was decided on; 412 when there is another by now.</param>
    public Task<UserProfile?> EditAsync(
        Guid accountId, Guid id, uint? seen, Func<UserProfile, Household, CancellationToken, Task> change, CancellationToken cancellationToken) =>
        db.InTransactionAsync(async token =>
        {
            if (await db.LockKnownHouseholdAsync(accountId, token) is not { } household
                || await db.Profiles.SingleOrDefaultAsync(p => p.AccountId == accountId && p.Id == id, token) is not { } profile)
                return null;
            if (seen is { } version && version != profile.Version)
                throw new ProblemException(StatusCodes.Status412PreconditionFailed, "It was changed meanwhile. Read it again and repeat.");

            var before = profile.Revision;
            await change(profile, household, token);
            if (profile.Revision != before)
                events.Publish(new ProfileChanged(id, accountId, profile.Kids, profile.Maturity, profile.Revision, profile.UpdatedAt), Subject(profile));
            await db.SaveChangesAsync(token);
            return profile;
        }, cancellationToken: cancellationToken);

    /// <summary>Removes from a locked household, with what belongs to it. <c>SaveChanges</c> is the caller's.</summary>
    public async Task RemoveAsync(UserProfile profile, CancellationToken cancellationToken)
    {
        db.Profiles.Remove(profile);
        events.Publish(new ProfileRemoved(profile.Id, profile.AccountId, time.GetUtcNow()), Subject(profile));
        await db.DoomAvatarsAsync(profile.Id, time.GetUtcNow(), cancellationToken);
    }

    private static string Subject(UserProfile profile) => profile.AccountId.ToString("n");
}
