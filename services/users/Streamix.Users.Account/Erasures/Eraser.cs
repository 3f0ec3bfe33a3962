using Microsoft.Extensions.Options;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Sagas;

namespace Streamix.Users.Account.Erasures;

/// <summary>Starts erasures in the current unit of work.</summary>
internal sealed class Eraser(AccountDb db, Lifecycle lifecycle, PersonalDataHolders holders, TimeProvider time, IOptions<AccountOptions> options)
{
    /// <summary>Closes an account that is not closed and has everybody forget it.</summary>
    public Erasure? End(UserAccount account, string reason, string actor = Lifecycle.Itself) =>
        lifecycle.Change(account, AccountStatus.Closed, reason, actor) ? Begin(account, reason) : null;

    /// <summary>Has everybody forget an account that is closed.</summary>
    public Erasure Begin(UserAccount account, string origin)
    {
        var erasure = new Erasure(account.Id, origin, holders.Names, time.GetUtcNow(), options.Value.ErasureDeadline);
        db.Erasures.Add(erasure);
        return erasure;
    }
}
