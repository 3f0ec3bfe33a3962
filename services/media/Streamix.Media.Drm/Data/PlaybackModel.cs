using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Drm.Playbacks;

namespace Streamix.Media.Drm.Data;

internal static class PlaybackModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Playback>(playback =>
        {
            playback.Property(p => p.Id).ValueGeneratedNever();
            playback.HasIndex(p => p.AccountId);
            playback.HasIndex(p => p.AssetId);
            playback.HasIndex(p => p.ExpiresAt);
        });
        model.Entity<WithdrawnPlayback>(withdrawn =>
        {
            withdrawn.ToTable("withdrawn_playbacks");
            withdrawn.Property(w => w.Id).ValueGeneratedNever();
            withdrawn.HasIndex(w => w.WithdrawnAt);
        });
        model.Entity<Licence>(licence =>
        {
            licence.Property(l => l.Id).ValueGeneratedNever();
            licence.Property(l => l.Type).HasMaxLength(Licence.LongestWord);
            licence.Property(l => l.Refusal).HasMaxLength(Licence.LongestWord);
            licence.HasIndex(l => l.PlaybackId);
            licence.HasIndex(l => l.AccountId);
            licence.HasIndex(l => new { l.AssetId, l.At });
            licence.HasIndex(l => l.At);
        });
    }
}
