using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Addresses;
using Streamix.Users.Account.Registration;

namespace Streamix.Users.Account.Data;

internal static class AccountModel
{
    private const int NameLength = 40;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserAccount>(account =>
        {
            account.ToTable("accounts", t =>
            {
                t.HasCheckConstraint("ck_accounts_status", "status IN ('pending', 'active', 'suspended', 'closed')");
                t.HasCheckConstraint("ck_accounts_email", "email_key <> '' OR status = 'closed'");
                t.HasCheckConstraint("ck_accounts_tombstone", "erased_at IS NULL OR (email = '' AND email_key = '' AND display_name = '' AND phone IS NULL AND status = 'closed')");
            });
            account.Property(a => a.Email).HasMaxLength(EmailAddress.Longest);
            account.Property(a => a.EmailKey).HasMaxLength(EmailAddress.Longest);
            account.Property(a => a.DisplayName).HasMaxLength(PersonalDetails.LongestName);
            account.Property(a => a.GivenName).HasMaxLength(PersonalDetails.LongestName);
            account.Property(a => a.FamilyName).HasMaxLength(PersonalDetails.LongestName);
            account.Property(a => a.Names).HasComputedColumnSql("lower(display_name || E'\\n' || coalesce(given_name, '') || ' ' || coalesce(family_name, ''))", stored: true);
            account.Property(a => a.Phone).HasMaxLength(20);
            account.Property(a => a.Locale).HasMaxLength(Locales.Longest);
            account.Property(a => a.Country).HasMaxLength(2);
            account.Property(a => a.TermsVersion).HasMaxLength(RegistrationRules.LongestTerms);
            account.Property(a => a.StatusReason).HasMaxLength(StatusChange.LongestReason);
            account.Property(a => a.Status).HasConversion(s => s.Name(), n => AccountStatusNames.Parse(n)).HasMaxLength(NameLength);
            account.HasIndex(a => a.EmailKey, "ux_accounts_email_in_use").IsUnique().HasFilter("status IN ('active', 'suspended')");
            account.HasIndex(a => new { a.EmailKey, a.Status }, "ix_accounts_email_key_status").HasOperators("text_pattern_ops", "text_ops");
            account.HasIndex(a => a.EmailKey, "ix_accounts_email_key_parts").HasMethod("gin").HasOperators("gin_trgm_ops");
            account.HasIndex(a => new { a.EmailKey, a.Id }, "ix_accounts_by_email").HasFilter("erased_at IS NULL");
            account.HasIndex(a => new { a.DisplayName, a.Id }, "ix_accounts_by_name").HasFilter("erased_at IS NULL");
            account.HasIndex(a => a.Names).HasMethod("gin").HasOperators("gin_trgm_ops");
            account.HasIndex(a => new { a.Status, a.StatusChangedAt });
            account.HasIndex(a => a.Roles).HasMethod("gin");
        });
        modelBuilder.Entity<StatusChange>(change =>
        {
            change.Property(c => c.Reason).HasMaxLength(StatusChange.LongestReason);
            change.Property(c => c.Note).HasMaxLength(StatusChange.LongestNote);
            change.Property(c => c.Actor).HasMaxLength(100);
            change.Property(c => c.Status).HasConversion(s => s.Name(), n => AccountStatusNames.Parse(n)).HasMaxLength(NameLength);
            change.HasIndex(c => new { c.AccountId, c.Id });
            change.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AccountId);
        });
        modelBuilder.Entity<RegistrationAttempt>(attempt => attempt.HasIndex(a => new { a.Address, a.At }));
        modelBuilder.Entity<Address>(address =>
        {
            address.Property(a => a.Label).HasMaxLength(Address.LongestLabel);
            address.Property(a => a.Recipient).HasMaxLength(Address.LongestLine);
            address.Property(a => a.Line1).HasMaxLength(Address.LongestLine);
            address.Property(a => a.Line2).HasMaxLength(Address.LongestLine);
            address.Property(a => a.City).HasMaxLength(Address.LongestLine);
            address.Property(a => a.Region).HasMaxLength(Address.LongestLine);
            address.Property(a => a.PostalCode).HasMaxLength(Address.LongestPostalCode);
            address.Property(a => a.Country).HasMaxLength(2);
            address.HasIndex(a => new { a.AccountId, a.Id });
            address.HasIndex(a => a.AccountId, "ux_addresses_default").IsUnique().HasFilter("is_default");
            address.HasOne<UserAccount>().WithMany().HasForeignKey(a => a.AccountId);
        });
    }
}
