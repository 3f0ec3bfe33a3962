using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Households;
using Streamix.Users.Profile.Pins;
using Streamix.Users.Profile.Preferences;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Data;

internal static class ProfileModel
{
    public const string UniqueName = "ux_profiles_name";
    private const string NameKey = "NameKey";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Household>(household =>
        {
            household.ToTable("households");
            household.HasKey(h => h.AccountId);
            household.Property(h => h.AccountId).ValueGeneratedNever();
            household.Property(h => h.Locale).HasMaxLength(LanguageTag.Longest);
            household.Property(h => h.Status).HasMaxLength(20);
        });
        modelBuilder.Entity<UserProfile>(profile =>
        {
            profile.ToTable("profiles", t =>
            {
                t.HasCheckConstraint("ck_profiles_name", "name <> ''");
                t.HasCheckConstraint("ck_profiles_slot", $"slot BETWEEN 1 AND {ProfileOptions.MostEver}");
                t.HasCheckConstraint("ck_profiles_maturity", $"maturity BETWEEN {Maturity.Least} AND CASE WHEN kids THEN {Maturity.Kids} ELSE {Maturity.Most} END");
            });
            profile.Property(p => p.Id).ValueGeneratedNever();
            profile.Property(p => p.Name).HasMaxLength(ProfileName.Longest);
            profile.Property(p => p.FoldedName).HasMaxLength(ProfileName.Longest);
            // .NET does not normalise text in invariant mode; PostgreSQL does.
            profile.Property<string>(NameKey).HasComputedColumnSql("normalize(folded_name, NFKC)", stored: true);
            profile.Property(p => p.Language).HasMaxLength(LanguageTag.Longest);
            profile.Property(p => p.BuiltInAvatar).HasMaxLength(40);
            profile.Property(p => p.AvatarVersion).HasMaxLength(AvatarKey.VersionLength);
            profile.Property(p => p.Preferences).HasColumnType("jsonb")
                .HasConversion(p => JsonSerializer.Serialize(p, JsonDefaults.Options), text => JsonSerializer.Deserialize<ProfilePreferences>(text, JsonDefaults.Options)!);
            profile.HasOne<Household>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
            profile.HasIndex(p => new { p.AccountId, p.Slot }).IsUnique().HasDatabaseName("ux_profiles_slot");
            profile.HasIndex(nameof(UserProfile.AccountId), NameKey).IsUnique().HasDatabaseName(UniqueName);
            profile.HasIndex(p => p.AccountId).IsUnique().HasFilter("is_default").HasDatabaseName("ux_profiles_default");
        });
        modelBuilder.Entity<ProfilePin>(pin =>
        {
            pin.ToTable("profile_pins", t => t.HasCheckConstraint("ck_profile_pins_failures", "failures >= 0"));
            pin.HasKey(p => p.ProfileId);
            pin.Property(p => p.ProfileId).ValueGeneratedNever();
            pin.HasOne<UserProfile>().WithOne().HasForeignKey<ProfilePin>(p => p.ProfileId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<StoredAvatar>(avatar =>
        {
            avatar.ToTable("stored_avatars");
            avatar.HasKey(a => new { a.ProfileId, a.Version });
            avatar.Property(a => a.Version).HasMaxLength(AvatarKey.VersionLength);
            avatar.HasIndex(a => a.AccountId);
            avatar.HasIndex(a => a.DoomedAt).HasFilter("doomed_at IS NOT NULL");
        });
    }
}
