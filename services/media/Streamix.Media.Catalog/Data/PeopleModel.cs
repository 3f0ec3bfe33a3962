using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Data;

internal static class PeopleModel
{
    public const string UniqueSlug = "ux_people_slug";
    public const string UniqueExternalId = "ux_person_external_ids_value";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("people", t => t.HasCheckConstraint("ck_people_died", "died_on >= born_on"));
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Slug).HasMaxLength(Slug.Longest);
            person.Property(p => p.Name).HasMaxLength(PersonContentRules.LongestName);
            person.Property(p => p.SortName).HasMaxLength(PersonContentRules.LongestName).UseCollation("C");
            person.Property(p => p.BirthPlace).HasMaxLength(PersonContentRules.LongestName);
            person.Property(p => p.Biographies).HasColumnType("jsonb").HasConversion(
                b => JsonSerializer.Serialize(b, JsonDefaults.Options), text => JsonSerializer.Deserialize<IReadOnlyList<BiographyContent>>(text, JsonDefaults.Options)!);
            person.HasIndex(p => p.Slug, UniqueSlug).IsUnique();
            person.HasIndex(p => new { p.SortName, p.Id });
            person.HasIndex(p => p.SortName, "ix_people_sort_name_parts").HasMethod("gin").HasOperators("gin_trgm_ops");
        });
        modelBuilder.Entity<PersonExternalId>(external =>
        {
            external.ToTable("person_external_ids");
            external.HasKey(e => new { e.PersonId, e.Source });
            external.Property(e => e.Source).HasMaxLength(TitleContentRules.LongestSource);
            external.Property(e => e.Value).HasMaxLength(TitleContentRules.LongestExternalId);
            external.HasIndex(e => new { e.Source, e.Value }, UniqueExternalId).IsUnique();
            external.HasOne<Person>().WithMany(p => p.ExternalIds).HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
