using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Passcodes;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.Passwords;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.Totp;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Identity.Data;

/// <summary>Credentials, their factors, and what users-account says of the accounts.</summary>
[Database("auth-identity-db")]
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : ServiceDb(options)
{
    internal DbSet<AccountCopy> Copies => Set<AccountCopy>();

    internal DbSet<Credential> Credentials => Set<Credential>();

    internal DbSet<Passcode> Passcodes => Set<Passcode>();

    internal DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    internal DbSet<Authenticator> Authenticators => Set<Authenticator>();

    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    internal DbSet<Passkey> Passkeys => Set<Passkey>();

    internal DbSet<Challenge> Challenges => Set<Challenge>();

    internal DbSet<GuardEntry> Guards => Set<GuardEntry>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new AccountTables());
        modelBuilder.ApplyConfiguration(new CredentialTables());
        modelBuilder.ApplyConfiguration(new AuthenticatorTable());
        modelBuilder.ApplyConfiguration(new RecoveryCodeTable());
        modelBuilder.ApplyConfiguration(new PasskeyTable());
        ShortLived(modelBuilder);
    }

    private static void ShortLived(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Passcode>(code =>
        {
            code.ToTable("passcodes", t => t.HasCheckConstraint("ck_passcodes_attempts", $"attempts BETWEEN 0 AND {Passcode.MostAttempts}"));
            code.HasKey(c => c.AccountId);
            code.HasIndex(c => c.ExpiresAt);
            code.HasOne<Credential>().WithOne().HasForeignKey<Passcode>(c => c.AccountId);
        });
        modelBuilder.Entity<PasswordReset>(reset =>
        {
            reset.ToTable("password_resets");
            reset.HasKey(r => r.AccountId);
            reset.HasIndex(r => r.Hash).IsUnique();
            reset.HasIndex(r => r.ExpiresAt);
            reset.HasOne<Credential>().WithOne().HasForeignKey<PasswordReset>(r => r.AccountId);
        });
        modelBuilder.Entity<Challenge>(challenge =>
        {
            challenge.ToTable("challenges", t => t.HasCheckConstraint("ck_challenges_attempts", $"attempts BETWEEN 0 AND {Challenge.MostAttempts}"));
            challenge.Property(c => c.Kind).HasMaxLength(32);
            challenge.Property(c => c.PassedMethod).HasMaxLength(32);
            challenge.HasIndex(c => c.ExpiresAt);
            challenge.HasIndex(c => c.AccountId);
            challenge.HasOne<Credential>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<GuardEntry>(guard =>
        {
            guard.ToTable("guards");
            guard.HasKey(g => g.Key);
            guard.HasIndex(g => g.Owner);
            guard.HasIndex(g => g.LastAt);
        });
    }
}
