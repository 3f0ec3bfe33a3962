using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Credentials;

/// <summary>A credential together with what is known of its account.</summary>
internal sealed record Subject(Credential Credential, AccountCopy Account)
{
    public Guid AccountId => Credential.AccountId;

    public bool IsProven => Credential.ProvenAt is not null;

    public bool IsSuspended => Account.Status == AccountStatuses.Suspended;

    public bool MaySignIn => IsProven && !IsSuspended && Account.Status != AccountStatuses.Closed;

    /// <summary>As the claim and the session want it.</summary>
    public IReadOnlyList<string> Roles => Account.Roles;
}

/// <summary>Finds whom somebody says they are.</summary>
internal sealed class Subjects(IdentityDb db)
{
    /// <summary>Several sign-ups may have used an address: the proven account wins, then the latest. Closed ones are nobody.</summary>
    public Task<Subject?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var key = AccountCopy.KeyOf(email);
        return All().Where(s => s.Account.EmailKey == key && s.Account.Status != AccountStatuses.Closed)
            .OrderByDescending(s => s.Account.Status == AccountStatuses.Active || s.Account.Status == AccountStatuses.Suspended)
            .ThenByDescending(s => s.Credential.ProvenAt != null)
            .ThenByDescending(s => s.Credential.AccountId)
            .Select(s => new Subject(s.Credential, s.Account))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Subject?> FindAsync(Guid accountId, CancellationToken cancellationToken) =>
        All().Where(s => s.Credential.AccountId == accountId && s.Account.Status != AccountStatuses.Closed)
            .Select(s => new Subject(s.Credential, s.Account))
            .FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Pair> All() =>
        from credential in db.Credentials.AsNoTracking()
        join account in db.Copies.AsNoTracking() on credential.AccountId equals account.AccountId
        select new Pair { Credential = credential, Account = account };

    private sealed class Pair
    {
        public required Credential Credential { get; init; }

        public required AccountCopy Account { get; init; }
    }
}
