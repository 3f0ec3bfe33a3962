using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Addresses;

/// <summary>What concerns all addresses of an account at once: their number and which is the default. The account's row is the lock.</summary>
internal sealed class AddressBook(AccountDb db, TimeProvider time)
{
    /// <summary>The first one is the default. Null when the account is not in use; false as second value when there are as many as may be.</summary>
    public Task<(Address? Added, bool Full)?> AddAsync(Guid accountId, AddressDraft draft, CancellationToken cancellationToken) =>
        db.InTransactionAsync<(Address?, bool)?>(async token =>
        {
            if (await db.LockAsync(accountId, token) is not { Status: AccountStatus.Active })
                return null;
            var present = await db.Addresses.CountAsync(a => a.AccountId == accountId, token);
            if (present >= Address.Most)
                return (null, true);
            var address = new Address(accountId, draft, isDefault: present == 0, time.GetUtcNow());
            db.Addresses.Add(address);
            await db.SaveChangesAsync(token);
            return (address, false);
        }, cancellationToken: cancellationToken);

    /// <summary>False when the account has no such address.</summary>
    public Task<bool> PreferAsync(Guid accountId, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        await db.LockAsync(accountId, token);
        if (!await db.Addresses.AnyAsync(a => a.AccountId == accountId && a.Id == id, token))
            return false;
        await SetDefaultAsync(accountId, id, token);
        return true;
    }, cancellationToken: cancellationToken);

    /// <summary>The oldest of the others becomes the default when this one was. False when the account has no such address.</summary>
    public Task<bool> RemoveAsync(Guid accountId, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        await db.LockAsync(accountId, token);
        if (await db.Addresses.Where(a => a.AccountId == accountId && a.Id == id).ExecuteDeleteAsync(token) == 0)
            return false;
        var left = await db.Addresses.Where(a => a.AccountId == accountId).OrderBy(a => a.Id).Select(a => new { a.Id, a.IsDefault }).ToListAsync(token);
        if (left.Count > 0 && !left.Exists(a => a.IsDefault))
            await SetDefaultAsync(accountId, left[0].Id, token);
        return true;
    }, cancellationToken: cancellationToken);

    /// <summary>Two statements: a unique index is checked row by row.</summary>
    private async Task SetDefaultAsync(Guid accountId, Guid id, CancellationToken cancellationToken)
    {
        await db.Addresses.Where(a => a.AccountId == accountId && a.IsDefault && a.Id != id).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsDefault, false), cancellationToken);
        await db.Addresses.Where(a => a.AccountId == accountId && a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsDefault, true), cancellationToken);
    }
}
