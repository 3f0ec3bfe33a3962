using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Streamix.Comms.Email.Suppressions;

/// <summary>An address nothing (or no marketing) goes to. The address itself is nowhere.</summary>
internal sealed class Suppression
{
    public Guid Id { get; private set; }

    public byte[] AddressHash { get; private set; } = [];

    /// <summary>So that an unsubscribed person stays so under another address; gone after an erasure, as is the entry of an account that withdrew its consent.</summary>
    public Guid? AccountId { get; private set; }

    public SuppressionReason Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}

internal sealed class SuppressionModel : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("suppressions");
        suppression.Property(s => s.Id).ValueGeneratedNever();
        suppression.Property(s => s.Reason).HasConversion<string>().HasMaxLength(20);
        suppression.HasIndex(s => new { s.AddressHash, s.Reason }).IsUnique();
        suppression.HasIndex(s => s.AccountId).HasFilter("account_id IS NOT NULL");
    }
}
