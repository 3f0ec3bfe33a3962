using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.EmailChanges;

namespace Streamix.Users.Account.Data;

internal static class EmailChangeModel
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<EmailChange>(change =>
    {
        change.ToTable(t => t.HasCheckConstraint("ck_email_changes_attempts", "attempts >= 0 AND mails >= 0"));
        change.Property(c => c.NewEmail).HasMaxLength(EmailAddress.Longest);
        change.Property(c => c.NewEmailKey).HasMaxLength(EmailAddress.Longest);
        change.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        change.HasIndex(c => new { c.AccountId, c.CreatedAt });
        change.HasIndex(c => c.AccountId, "ux_email_changes_open").IsUnique().HasFilter("state = 'Open'");
        change.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AccountId);
    });
}
