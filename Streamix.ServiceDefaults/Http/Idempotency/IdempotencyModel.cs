using Microsoft.EntityFrameworkCore;

namespace Streamix.ServiceDefaults.Http;

/// <summary>The table of idempotency keys in a service's database.</summary>
public static class IdempotencyModel
{
    /// <summary>Maps <c>idempotency_keys</c>.</summary>
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<IdempotencyRecord>(keys =>
    {
        keys.ToTable("idempotency_keys");
        keys.HasKey(k => k.Id);
        keys.Property(k => k.Headers).HasColumnType("jsonb");
        keys.HasIndex(k => k.ExpiresAt);
        keys.HasIndex(k => k.AccountId);
    });
}
