using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Data;

internal static class TitleModel
{
    public const string UniqueSlug = "ux_titles_slug";
    public const string UniqueNumber = "ux_titles_number";
    public const string UniqueExternalId = "ux_title_external_ids_value";

    private const int NameLength = 20;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Title>(Titles);
        TitlePartsModel.Configure(modelBuilder);
        PeopleModel.Configure(modelBuilder);
        ViewerModel.Configure(modelBuilder);
        modelBuilder.Entity<TitleMove>(move =>
        {
            move.ToTable("title_moves");
            move.Property(m => m.Id).ValueGeneratedNever();
            move.Property(m => m.From).HasConversion(s => s.Name(), n => TitleStateNames.Parse(n)).HasMaxLength(NameLength);
            move.Property(m => m.To).HasConversion(s => s.Name(), n => TitleStateNames.Parse(n)).HasMaxLength(NameLength);
            move.Property(m => m.Actor).HasMaxLength(100);
            move.Property(m => m.Reason).HasMaxLength(TitleMove.LongestReason);
            move.HasIndex(m => new { m.TitleId, m.Id });
            move.HasOne<Title>().WithMany().HasForeignKey(m => m.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TitleRevision>(revision =>
        {
            revision.ToTable("title_revisions");
            revision.HasKey(r => new { r.TitleId, r.Number });
            revision.Property(r => r.Content).HasColumnType("jsonb").HasConversion(c => Write(c), text => Read<TitleContent>(text));
            revision.Property(r => r.Actor).HasMaxLength(100);
            revision.Property(r => r.Act).HasMaxLength(TitleRevision.LongestAct);
            revision.HasOne<Title>().WithMany().HasForeignKey(r => r.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Titles(EntityTypeBuilder<Title> title)
    {
        title.ToTable("titles", t =>
        {
            t.HasCheckConstraint("ck_titles_kind", $"kind IN ({Sql.List(Kinds.All)})");
            t.HasCheckConstraint("ck_titles_state", $"state IN ({Sql.List(TitleStateNames.All)})");
            t.HasCheckConstraint("ck_titles_parent", $"(kind IN ({Sql.List(Kinds.Heads)})) = (parent_id IS NULL)");
            t.HasCheckConstraint("ck_titles_number", "(kind IN ('season', 'episode')) = (number IS NOT NULL) AND number >= 0");
            t.HasCheckConstraint("ck_titles_format", $"(format IS NOT NULL) = (kind IN ({Sql.List(Kinds.Heads)})) AND format IN ({Sql.List(Formats.All)})");
            t.HasCheckConstraint("ck_titles_genres", $"genres <@ ARRAY[{Sql.List(Genres.All)}]::text[]");
            t.HasCheckConstraint("ck_titles_tags", $"tags <@ ARRAY[{Sql.List(Tags.All)}]::text[]");
            t.HasCheckConstraint("ck_titles_year", $"year = 0 OR year BETWEEN {TitleContentRules.FirstYear} AND {TitleContentRules.LastYear}");
            t.HasCheckConstraint("ck_titles_promotion", "promotion BETWEEN 0 AND 100");
            t.HasCheckConstraint("ck_titles_publish_at", "(state = 'scheduled') = (publish_at IS NOT NULL)");
            t.HasCheckConstraint("ck_titles_published_at", "(state = 'published') = (published_at IS NOT NULL)");
            t.HasCheckConstraint("ck_titles_package", "(asset_id IS NULL) = (package IS NULL)");
        });
        title.Property(t => t.Id).ValueGeneratedNever();
        title.Property(t => t.Kind).HasMaxLength(NameLength);
        title.Property(t => t.Format).HasMaxLength(NameLength);
        title.Property(t => t.State).HasConversion(s => s.Name(), n => TitleStateNames.Parse(n)).HasMaxLength(NameLength);
        title.Property(t => t.Slug).HasMaxLength(Slug.Longest);
        title.Property(t => t.OriginalTitle).HasMaxLength(TitleContentRules.LongestTitle);
        title.Property(t => t.SortTitle).HasMaxLength(TitleContentRules.LongestTitle).UseCollation("C");
        title.Property(t => t.OriginalLanguage).HasMaxLength(LanguageTag.Longest);
        title.Property(t => t.Package).HasColumnType("jsonb").HasConversion(p => Write(p!), text => Read<MediaPackage>(text));
        title.HasOne<Title>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        title.HasOne<Title>().WithMany().HasForeignKey(t => t.SeriesId).OnDelete(DeleteBehavior.Restrict);
        title.HasIndex(t => t.Slug, UniqueSlug).IsUnique();
        title.HasIndex(t => new { t.ParentId, t.Kind, t.Number }, UniqueNumber).IsUnique().HasFilter("number IS NOT NULL");
        title.HasIndex(t => t.PublishAt).HasFilter("state = 'scheduled'");
        title.HasIndex(t => new { t.Kind, t.PublishedAt, t.Id }).HasFilter("state = 'published'");
        title.HasIndex(t => new { t.Promotion, t.PublishedAt, t.Id }, "ix_titles_browsed").HasFilter("state = 'published' AND parent_id IS NULL");
        title.HasIndex(t => new { t.SortTitle, t.Id }).HasFilter("parent_id IS NULL");
        title.HasIndex(t => new { t.UpdatedAt, t.Id });
        title.HasIndex(t => t.Genres).HasMethod("gin");
        title.HasIndex(t => t.Tags).HasMethod("gin");
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonDefaults.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, JsonDefaults.Options)!;
}
