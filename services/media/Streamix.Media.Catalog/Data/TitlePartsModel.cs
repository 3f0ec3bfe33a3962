using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Titles;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Data;

internal static class TitlePartsModel
{
    private const string IsTerritory = "territory ~ '^([A-Z]{2}|[*])$'";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TitleText>(text =>
        {
            text.ToTable("title_texts");
            text.HasKey(t => new { t.TitleId, t.Language });
            text.Property(t => t.Language).HasMaxLength(LanguageTag.Longest);
            text.Property(t => t.Title).HasMaxLength(TitleContentRules.LongestTitle);
            text.Property(t => t.Tagline).HasMaxLength(TitleContentRules.LongestTagline);
            text.Property(t => t.Synopsis).HasMaxLength(TitleContentRules.LongestSynopsis);
            text.HasOne<Title>().WithMany(t => t.Texts).HasForeignKey(t => t.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TitleRating>(rating =>
        {
            rating.ToTable("title_ratings", t =>
            {
                t.HasCheckConstraint("ck_title_ratings_territory", IsTerritory);
                t.HasCheckConstraint("ck_title_ratings_age", $"minimum_age BETWEEN 0 AND {TitleContentRules.HighestAge}");
            });
            rating.HasKey(r => new { r.TitleId, r.Territory });
            rating.Property(r => r.Territory).HasMaxLength(2);
            rating.Property(r => r.Label).HasMaxLength(TitleContentRules.LongestLabel);
            rating.HasOne<Title>().WithMany(t => t.Ratings).HasForeignKey(r => r.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TitleWindow>(window =>
        {
            window.ToTable("title_windows", t =>
            {
                t.HasCheckConstraint("ck_title_windows_territory", IsTerritory);
                t.HasCheckConstraint("ck_title_windows_until", "until > \"from\"");
            });
            window.HasKey(w => new { w.TitleId, w.Territory, w.From });
            window.Property(w => w.Territory).HasMaxLength(2);
            window.HasOne<Title>().WithMany(t => t.Windows).HasForeignKey(w => w.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TitleCredit>(credit =>
        {
            credit.ToTable("title_credits", t => t.HasCheckConstraint("ck_title_credits_department", $"department IN ({Sql.List(Departments.All)})"));
            credit.HasKey(c => new { c.TitleId, c.Position });
            credit.Property(c => c.Department).HasMaxLength(30);
            credit.Property(c => c.Character).HasMaxLength(TitleContentRules.LongestTitle);
            credit.HasOne<Title>().WithMany(t => t.Credits).HasForeignKey(c => c.TitleId).OnDelete(DeleteBehavior.Cascade);
            credit.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TitleExternalId>(external =>
        {
            external.ToTable("title_external_ids");
            external.HasKey(e => new { e.TitleId, e.Source });
            external.Property(e => e.Source).HasMaxLength(TitleContentRules.LongestSource);
            external.Property(e => e.Value).HasMaxLength(TitleContentRules.LongestExternalId);
            external.HasIndex(e => new { e.Source, e.Value }, TitleModel.UniqueExternalId).IsUnique();
            external.HasOne<Title>().WithMany(t => t.ExternalIds).HasForeignKey(e => e.TitleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
