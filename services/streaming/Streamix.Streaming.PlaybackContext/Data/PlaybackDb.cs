using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Data;

/// <summary>Playbacks, those that go on and those that are over.</summary>
[Database("streaming-playback-context-db")]
public sealed class PlaybackDb(DbContextOptions<PlaybackDb> options) : ServiceDb(options)
{
    private const int LongestWord = 40;

    internal DbSet<Playback> Playbacks => Set<Playback>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Playback>(Configure);
    }

    private static void Configure(EntityTypeBuilder<Playback> playback)
    {
        playback.ToTable("playbacks", t =>
        {
            t.HasCheckConstraint("ck_playbacks_state", "state IN ('playing', 'ended')");
            t.HasCheckConstraint("ck_playbacks_end", "(state = 'ended') = (ended_at IS NOT NULL) AND (state = 'ended') = (end_reason IS NOT NULL)");
            t.HasCheckConstraint("ck_playbacks_closed", "closed_at IS NULL OR state = 'ended'");
            t.HasCheckConstraint("ck_playbacks_played", "played_seconds >= 0 AND sequence >= 0");
        });
        playback.Property(p => p.Id).ValueGeneratedNever();
        playback.Property(p => p.SessionId).HasMaxLength(100);
        playback.Property(p => p.Kind).HasMaxLength(LongestWord);
        playback.Property(p => p.Country).HasMaxLength(2);
        playback.Property(p => p.State).HasConversion(s => s == PlaybackState.Playing ? "playing" : "ended", s => s == "playing" ? PlaybackState.Playing : PlaybackState.Ended).HasMaxLength(LongestWord);
        playback.Property(p => p.EndReason).HasMaxLength(LongestWord);
        playback.Property(p => p.EndCode).HasMaxLength(LongestWord);
        Json(playback.Property(p => p.Device));
        Json(playback.Property(p => p.Package));
        Json(playback.Property(p => p.Routes));
        Json(playback.Property(p => p.Explanation));
        playback.HasIndex(p => new { p.AccountId, p.StartedAt, p.Id });
        playback.HasIndex(p => p.SessionId, "ix_playbacks_session_playing").HasFilter("state = 'playing'");
        playback.HasIndex(p => p.LastHeartbeatAt).HasFilter("state = 'playing'");
        playback.HasIndex(p => p.SlotDueAt).HasFilter("state = 'playing'");
        playback.HasIndex(p => p.GoodUntil).HasFilter("state = 'playing' AND good_until IS NOT NULL");
        playback.HasIndex(p => p.CloseAt).HasFilter("state = 'ended' AND closed_at IS NULL");
        playback.HasIndex(p => p.EndedAt).HasFilter("state = 'ended'");
    }

    /// <summary>Records are replaced whole, never changed: the same object is the same value.</summary>
    private static void Json<T>(PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, EventJson.Options),
        text => JsonSerializer.Deserialize<T>(text, EventJson.Options)!,
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
}
