using Streamix.Demo.Accounts;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;

namespace Streamix.Demo.Tests;

/// <summary>The files as the seeder reads them, and small ones of the tests' own.</summary>
internal static class Content
{
    public static readonly CatalogueFile Catalogue = CatalogueFile.Read(Path.Combine(AppContext.BaseDirectory, "catalogue.json"));

    public static readonly AccountsFile Accounts = AccountsFile.Read(Path.Combine(AppContext.BaseDirectory, "accounts.json"));

    public static IReadOnlyList<FilmRecipe> Films => [.. Programme.Of(Catalogue).Select(showing => showing.Film!)];

    /// <summary>One movie of a second or two and one series with an episode.</summary>
    public static readonly CatalogueFile Small = new(
        [new("ada-lo", "Ada Lo", null, null, "Acts.", "تمثل.")],
        [
            new("small-film", "movie", "movie", Words("Small Film"), Words("فيلم صغير"), 2020, 6, ["drama"], [new("ada-lo", "cast", "Herself")], Film(1)),
            new("small-series", "series", "series", Words("Small Series"), Words("مسلسل صغير"), 2021, 6, ["drama"], [new("ada-lo", "director")], Art: Film(2),
                Seasons: [new(1, Words("Season 1"), Words("الموسم الأول"), [new(Words("First"), Words("الأولى"), Film(3))])]),
        ]);

    public static FilmRecipe Film(int seed, int seconds = 6) =>
        new("gradients", seed, ["#000000", "#884422", "#ffffff"], new(220, "calm", 0.5), seconds, "128x72");

    private static Wording Words(string title) => new(title, $"{title}. Nothing more.");
}
