using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Streamix.Media.Catalog.Artwork;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Uploads;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Storage;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Data;

internal static class AssetModel
{
    public const string UniqueRequest = "ux_uploads_request";
    public const string UniqueText = "ux_asset_texts_language";
    private const int NameLength = 20;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Asset>(Assets);
        modelBuilder.Entity<Upload>(Uploads);
        modelBuilder.Entity<AssetText>(text =>
        {
            text.ToTable("asset_texts", t => t.HasCheckConstraint("ck_asset_texts_kind", $"kind IN ({Sql.List(TextKinds.All)})"));
            text.Property(t => t.Id).ValueGeneratedNever();
            text.Property(t => t.Language).HasMaxLength(LanguageTag.Longest);
            text.Property(t => t.Kind).HasMaxLength(NameLength);
            text.Property(t => t.Format).HasMaxLength(NameLength);
            text.HasIndex(t => new { t.AssetId, t.Language, t.Kind }, UniqueText).IsUnique();
            text.HasOne<Asset>().WithMany().HasForeignKey(t => t.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ArtworkItem>(Artwork);
        modelBuilder.Entity<Leftover>(leftover =>
        {
            leftover.ToTable("leftovers");
            leftover.Property(l => l.Id).ValueGeneratedNever();
            leftover.Property(l => l.Bucket).HasMaxLength(63);
            leftover.Property(l => l.Prefix).HasMaxLength(1024);
            leftover.HasIndex(l => l.DueAt);
        });
    }

    private static void Assets(EntityTypeBuilder<Asset> asset)
    {
        asset.ToTable("assets", t =>
        {
            t.HasCheckConstraint("ck_assets_bytes", "bytes > 0");
            t.HasCheckConstraint("ck_assets_priority", "priority BETWEEN 0 AND 9");
            t.HasCheckConstraint("ck_assets_ready", "state <> 'Ready' OR package IS NOT NULL");
        });
        asset.Property(a => a.Id).ValueGeneratedNever();
        asset.Property(a => a.Kind).HasMaxLength(NameLength);
        asset.Property(a => a.State).HasConversion<string>().HasMaxLength(NameLength);
        asset.Property(a => a.FileName).HasMaxLength(Asset.LongestFileName);
        asset.Property(a => a.ETag).HasMaxLength(100);
        asset.Property(a => a.Code).HasMaxLength(50);
        asset.Property(a => a.Reason).HasMaxLength(Asset.LongestReason);
        Json(asset.Property(a => a.Markers));
        Json(asset.Property(a => a.Progress));
        Json(asset.Property(a => a.Package));
        asset.HasIndex(a => new { a.TitleId, a.Id });
        asset.HasIndex(a => new { a.State, a.Id });
        asset.HasOne<Title>().WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Uploads(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads", t =>
        {
            t.HasCheckConstraint("ck_uploads_parts", $"part_count BETWEEN 1 AND {IMultipartUploads.MostParts} AND part_bytes * part_count >= bytes AND part_bytes * (part_count - 1) < bytes");
            t.HasCheckConstraint("ck_uploads_store", "store_id IS NOT NULL OR state NOT IN ('Open', 'Completing', 'Completed')");
            t.HasCheckConstraint("ck_uploads_claims", "(claims IS NOT NULL) = (state = 'Completing')");
        });
        upload.Ignore(u => u.Plan);
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.State).HasConversion<string>().HasMaxLength(NameLength);
        upload.Property(u => u.StoreId).HasMaxLength(1024);
        upload.Property(u => u.FileName).HasMaxLength(Asset.LongestFileName);
        upload.Property(u => u.ContentType).HasMaxLength(100);
        upload.Property(u => u.Checksum).HasConversion<string>().HasMaxLength(NameLength);
        upload.Property(u => u.StartedBy).HasMaxLength(100);
        upload.Property(u => u.Failure).HasMaxLength(Upload.LongestFailure);
        Json(upload.Property(u => u.Claims));
        upload.HasIndex(u => u.RequestKey, UniqueRequest).IsUnique();
        upload.HasIndex(u => u.DueAt).HasFilter("due_at IS NOT NULL");
        upload.HasIndex(u => new { u.TitleId, u.Id });
        upload.HasIndex(u => u.AssetId).IsUnique();
        upload.HasOne<Asset>().WithMany().HasForeignKey(u => u.AssetId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Artwork(EntityTypeBuilder<ArtworkItem> artwork)
    {
        artwork.ToTable("artworks", t =>
        {
            t.HasCheckConstraint("ck_artworks_owner", "(title_id IS NULL) <> (person_id IS NULL)");
            t.HasCheckConstraint("ck_artworks_kind", $"kind IN ({Sql.List(ArtworkKinds.Names)})");
        });
        artwork.Ignore(a => a.OwnerId);
        artwork.Property(a => a.Id).ValueGeneratedNever();
        artwork.Property(a => a.Kind).HasMaxLength(NameLength);
        artwork.Property(a => a.Language).HasMaxLength(LanguageTag.Longest);
        artwork.HasIndex(a => new { a.TitleId, a.Kind, a.Language }, "ux_artworks_title").IsUnique().AreNullsDistinct(false).HasFilter("main AND title_id IS NOT NULL");
        artwork.HasIndex(a => new { a.PersonId, a.Kind, a.Language }, "ux_artworks_person").IsUnique().AreNullsDistinct(false).HasFilter("main AND person_id IS NOT NULL");
        artwork.HasIndex(a => a.TitleId);
        artwork.HasIndex(a => a.PersonId);
        artwork.HasOne<Title>().WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Cascade);
        artwork.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Records are replaced whole, never changed: the same object is the same value.</summary>
    private static void Json<T>(PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, EventJson.Options),
        text => JsonSerializer.Deserialize<T>(text, EventJson.Options)!,
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
}
