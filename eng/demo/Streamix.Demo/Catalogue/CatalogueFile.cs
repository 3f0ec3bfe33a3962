using System.Text.Json;
using Streamix.Demo.Api;
using Streamix.Demo.Films;

namespace Streamix.Demo.Catalogue;

/// <summary>What the demo shows: <c>catalogue.json</c>, in the order in which it opens.</summary>
internal sealed record CatalogueFile(IReadOnlyList<PersonEntry> People, IReadOnlyList<TitleEntry> Titles)
{
    public static CatalogueFile Read(string file) =>
        JsonSerializer.Deserialize<CatalogueFile>(File.ReadAllText(file), Gateway.Json) ?? throw new DemoException($"{file} is empty.");

    /// <summary>Without the titles that play what an npm package brings, where that is not installed.</summary>
    public CatalogueFile WithoutFootage() => this with { Titles = [.. Titles.Where(title => title.Film?.Footage is null)] };
}

/// <summary>Somebody who took part.</summary>
internal sealed record PersonEntry(string Slug, string Name, DateOnly? BornOn, string? BirthPlace, string En, string Ar);

/// <summary>The texts of one language.</summary>
internal sealed record Wording(string Title, string Synopsis, string? Tagline = null);

internal sealed record CreditEntry(string Person, string Department, string? Character = null);

/// <summary>A movie or a series.</summary>
/// <param name="Age">The youngest who may see it, in years.</param>
/// <param name="Art">Its colours and the scene on its poster, where it has no film of its own.</param>
internal sealed record TitleEntry(
    string Slug, string Kind, string Format, Wording En, Wording Ar, int Year, int Age, IReadOnlyList<string> Genres, IReadOnlyList<CreditEntry> Credits,
    FilmRecipe? Film = null, FilmRecipe? Trailer = null, FilmRecipe? Art = null, IReadOnlyList<string>? Tags = null, IReadOnlyList<string>? Countries = null,
    int Promotion = 0, IReadOnlyList<SeasonEntry>? Seasons = null)
{
    public const string Series = "series";

    /// <summary>What its pictures are drawn from.</summary>
    public FilmRecipe Look => Film ?? Art ?? throw new DemoException($"{Slug} has neither a film nor a look.");
}

internal sealed record SeasonEntry(int Number, Wording En, Wording Ar, IReadOnlyList<EpisodeEntry> Episodes);

internal sealed record EpisodeEntry(Wording En, Wording Ar, FilmRecipe Film);
