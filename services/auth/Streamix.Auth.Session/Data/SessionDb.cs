using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Session.Keys;
using Streamix.Auth.Session.Telling;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Session.Data;

/// <summary>Signing keys, and which happenings have been told. Sessions themselves live in Redis.</summary>
[Database("auth-session-db")]
public sealed class SessionDb(DbContextOptions<SessionDb> options) : ServiceDb(options)
{
    internal DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    internal DbSet<ToldHappening> ToldHappenings => Set<ToldHappening>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SigningKey>(key =>
        {
            key.HasKey(k => k.Id);
            key.Property(k => k.Id).HasMaxLength(SigningKey.IdLength);
            key.HasIndex(k => k.ActivatesAt).IsUnique();
        });
        modelBuilder.Entity<ToldHappening>(told =>
        {
            told.HasKey(t => t.Id);
            told.Property(t => t.Id).HasMaxLength(ToldHappening.LongestId);
            told.HasIndex(t => t.ToldAt);
        });
    }
}
