using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Addresses;
using Streamix.Users.Account.EmailChanges;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Exports;
using Streamix.Users.Account.Registration;

namespace Streamix.Users.Account.Data;

/// <summary>Accounts, their addresses and the sagas about them.</summary>
[Database("users-account-db")]
public sealed class AccountDb(DbContextOptions<AccountDb> options) : ServiceDb(options)
{
    internal DbSet<UserAccount> Accounts => Set<UserAccount>();

    internal DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    internal DbSet<RegistrationAttempt> RegistrationAttempts => Set<RegistrationAttempt>();

    internal DbSet<Address> Addresses => Set<Address>();

    internal DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    internal DbSet<Export> Exports => Set<Export>();

    internal DbSet<Erasure> Erasures => Set<Erasure>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        AccountModel.Configure(modelBuilder);
        EmailChangeModel.Configure(modelBuilder);
        SagaModel.Configure(modelBuilder);
    }
}
