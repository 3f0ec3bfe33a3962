using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.Totp;

namespace Streamix.Auth.Identity.Data;

internal sealed class AccountTables : IEntityTypeConfiguration<AccountCopy>
{
    public void Configure(EntityTypeBuilder<AccountCopy> builder)
    {
        builder.ToTable("account_copies", t => t.HasCheckConstraint("ck_account_copies_email", "(email IS NULL) = (email_key IS NULL)"));
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.EmailKey).HasMaxLength(254);
        builder.Property(c => c.Status).HasMaxLength(16);
        builder.Property(c => c.Locale).HasMaxLength(35);
        builder.HasIndex(c => c.EmailKey);
    }
}

internal sealed class CredentialTables : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("credentials", t => t.HasCheckConstraint("ck_credentials_password_hash", "password_hash <> ''"));
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.PasswordHash).HasMaxLength(200);
    }
}

internal sealed class AuthenticatorTable : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("authenticators");
        builder.HasKey(a => a.AccountId);
        builder.HasOne<Credential>().WithOne().HasForeignKey<Authenticator>(a => a.AccountId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(c => new { c.AccountId, c.Hash });
        builder.HasOne<Credential>().WithMany().HasForeignKey(c => c.AccountId);
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys", t => t.HasCheckConstraint("ck_passkeys_name", "name <> ''"));
        builder.Property(p => p.Name).HasMaxLength(Passkey.LongestName);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.AccountId);
        builder.HasOne<Credential>().WithMany().HasForeignKey(p => p.AccountId);
    }
}
