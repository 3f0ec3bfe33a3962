using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>What viewers read: only what is open and meant for them, as far as it is known who they are.</summary>
internal static class BrowseApi
{
    public static void MapBrowsing(this IEndpointRouteBuilder app)
    {
        var catalog = app.MapGroup("/catalog").WithTags("Browsing").AllowAnonymous().RequireRateLimiting(RateLimits.PerCaller);
        catalog.MapGet("/titles", BrowseAsync).WithName("BrowseTitles").WithSummary("Movies and series by genre, tag, year and more");
        catalog.MapGet("/titles/{name}", ReadTitleAsync).WithName("ReadTitle").WithSummary("A title by its slug or id with all its page shows: seasons, episodes, people, trailers, pictures");
        catalog.MapGet("/people/{name}", ReadPersonAsync).WithName("ReadPersonPage").WithSummary("Somebody by their slug or id, with the titles they took part in");
        catalog.MapGet("/vocabulary", ReadVocabulary).WithName("ReadVocabulary").WithSummary("The words of kinds, formats, genres, tags and departments");
    }

    private static async Task<Ok<Page<Card>>> BrowseAsync(
        [AsParameters] BrowseQuery query, [AsParameters] PageQuery page, CatalogDb db, ViewerDesk viewers, ArtworkOf artwork, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfCallerAsync(cancellationToken);
        var limited = query.MaxAge is { } most ? viewer with { Maturity = Math.Min(most, viewer.Maturity ?? most) } : viewer;
        var rows = await query.Filter(db.Titles.AsNoTracking().HeadsFor(limited)).Select(TitleRow.Of).AsSplitQuery().ToPageAsync(page, query.Order(), row => row, cancellationToken);
        var pictures = await artwork.FindAsync([.. rows.Items.Select(t => t.Id)], cancellationToken);
        return TypedResults.Ok(new Page<Card>([.. rows.Items.Select(t => Card.Of(t, t.Ratings, viewer, [.. pictures[t.Id]]))], rows.Next));
    }

    private static async Task<Results<Versioned<TitlePage>, NotFound>> ReadTitleAsync(string name, TitlePages pages, ViewerDesk viewers, CancellationToken cancellationToken) =>
        await pages.FindAsync(name, await viewers.OfCallerAsync(cancellationToken), cancellationToken) is { } page
            ? Versioned.Ok(page, Fingerprint.Of(page))
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<PersonPage>, NotFound>> ReadPersonAsync(string name, PersonPages pages, ViewerDesk viewers, CancellationToken cancellationToken) =>
        await pages.FindAsync(name, await viewers.OfCallerAsync(cancellationToken), cancellationToken) is { } page
            ? Versioned.Ok(page, Fingerprint.Of(page))
            : TypedResults.NotFound();

    private static Ok<Vocabulary> ReadVocabulary() => TypedResults.Ok(new Vocabulary(Kinds.All, Formats.All, Genres.All, Tags.All, Departments.All));
}

/// <summary>The words that mean something here.</summary>
internal sealed record Vocabulary(
    IReadOnlyList<string> Kinds, IReadOnlyList<string> Formats, IReadOnlyList<string> Genres, IReadOnlyList<string> Tags, IReadOnlyList<string> Departments);
