using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.ServiceDefaults.Messaging.Inbox;
using Streamix.ServiceDefaults.Messaging.Outbox;

namespace Streamix.ServiceDefaults.Messaging;

/// <summary>The tables of messaging in a service's database.</summary>
public static class MessagingModel
{
    private const int NameLength = 200;

    /// <summary>Maps <c>outbox</c>, <c>inbox</c> and <c>dead_letters</c>.</summary>
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(m => m.Position);
            outbox.Property(m => m.Position).UseIdentityAlwaysColumn();
            outbox.Property(m => m.Type).HasMaxLength(NameLength);
            outbox.Property(m => m.Subject).HasMaxLength(OutboxMessage.MaxSubject);
            outbox.Property(m => m.CorrelationId).HasMaxLength(NameLength);
            outbox.HasIndex(m => new { m.Partition, m.Position });
        });
        modelBuilder.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(e => new { e.EventId, e.Handler });
            inbox.Property(e => e.Handler).HasMaxLength(NameLength);
            inbox.HasIndex(e => e.HandledAt);
        });
        modelBuilder.Entity<DeadLetter>(letters =>
        {
            letters.ToTable("dead_letters");
            letters.Property(l => l.Id).ValueGeneratedNever();
            letters.Property(l => l.Handler).HasMaxLength(NameLength);
            letters.Property(l => l.Type).HasMaxLength(NameLength);
            letters.Property(l => l.Reason).HasMaxLength(DeadLetter.MaxReason);
            letters.HasIndex(l => new { l.EventId, l.Handler }).IsUnique();
            letters.HasIndex(l => l.FailedAt);
        });
    }
}
