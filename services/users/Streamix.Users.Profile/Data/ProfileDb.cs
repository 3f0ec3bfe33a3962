using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Households;
using Streamix.Users.Profile.Pins;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Data;

/// <summary>Profiles, their PINs and the pictures in the object store.</summary>
[Database("users-profile-db")]
public sealed class ProfileDb(DbContextOptions<ProfileDb> options) : ServiceDb(options)
{
    internal DbSet<Household> Households => Set<Household>();

    internal DbSet<UserProfile> Profiles => Set<UserProfile>();

    internal DbSet<ProfilePin> Pins => Set<ProfilePin>();

    internal DbSet<StoredAvatar> StoredAvatars => Set<StoredAvatar>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ProfileModel.Configure(modelBuilder);
    }
}
