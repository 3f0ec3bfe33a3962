using System.Security.Cryptography;
using System.Text;
using Streamix.Discovery.Index.Queries;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Tests.Engines;

/// <summary>A small library with a title for each thing that can go wrong.</summary>
internal static class Library
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static Viewer Adult { get; } = new("DE", 18, Now);

    public static IReadOnlyList<TitleDocument> All { get; } =
    [
        Title("The Matrix", 1999, 90) with
        {
            Genres = ["action", "sci-fi-fantasy"], Tags = ["classic"], Credits = [Person("Keanu Reeves", "Neo"), Person("Carrie-Anne Moss", "Trinity")], Ratings = [Rated("*", "R", 17), Rated("DE", "16", 16)],
            Texts = [Text("en", "The Matrix", "A computer hacker learns that the world around him is a simulation."), Text("de", "Matrix", "Ein Hacker entdeckt die Wahrheit über unsere Häuser und Städte.")],
        },
        Title("The Matrix Reloaded", 2003, 80) with { Genres = ["action", "sci-fi-fantasy"], Credits = [Person("Keanu Reeves", "Neo")], AudioLanguages = ["en-US", "fr"] },
        Title("John Wick", 2014, 95) with { Genres = ["action", "thriller"], Credits = [Person("Keanu Reeves", "John Wick"), Person("Willem Dafoe", "Marcus")], Ratings = [Rated("*", "R", 18)] },
        Title("Le Fabuleux Destin d'Amélie Poulain", 2001, 70) with
        {
            OriginalLanguage = "fr", AudioLanguages = ["fr-FR"], Genres = ["comedy", "romance"], Credits = [Person("Audrey Tautou", "Amélie Poulain")], Ratings = [Rated("*", "6", 6)],
            Texts = [Text("fr", "Le Fabuleux Destin d'Amélie Poulain", "Une jeune serveuse à Montmartre."), Text("en", "Amélie", "A shy waitress in Montmartre decides to change the lives around her.")],
        },
        Title("Bluebird Lane", 2019, 60) with { Kind = "series", Format = "series", RuntimeSeconds = null, Genres = ["family", "animation"], Tags = ["for-kids"], Ratings = [Rated("*", "0", 0)], Texts = [Text("en", "Bluebird Lane", "Small birds and their big adventures.")] },
        Title("The Lost Egg", 2019, 20) with { Kind = "episode", Format = "series", Genres = ["family", "animation"], Ratings = [Rated("*", "0", 0)], Texts = [Text("en", "The Lost Egg", "An egg rolls down Bluebird Lane.")] },
        Title("Dune", 1984, 5) with { Genres = ["sci-fi-fantasy"], Credits = [Person("Kyle MacLachlan", "Paul")], Texts = [Text("en", "Dune", "A noble family and a desert planet.")] },
        Title("Children of Dune", 2003, 200) with { Kind = "series", Format = "tv-show", RuntimeSeconds = null, Genres = ["sci-fi-fantasy", "drama"], Texts = [Text("en", "Children of Dune", "The dunes, the dunes, and nothing but Dune.")] },
        Title("Desert Rose", 1975, 1) with { Genres = ["drama"], Texts = [Text("en", "Desert Rose", "A love that blooms late.")] },
        Title("Caravan", 2010, 300) with { Genres = ["documentary"], Format = "documentary", Texts = [Text("en", "Caravan", "Through the desert with those who still run the old routes, running for their lives.")] },
        Title("東京物語", 1953, 30) with { OriginalLanguage = "ja", AudioLanguages = ["ja"], CaptionLanguages = ["en", "pt-BR"], Genres = ["drama"], Texts = [Text("ja", "東京物語", "老夫婦が東京へ旅をする。"), Text("en", "Tokyo Story", "An old couple visits the city.")] },
        Title("Space & <b>Time</b>", 2020, 10) with { Genres = ["documentary"], Format = "documentary", Ratings = [], Texts = [Text("en", "Space & <b>Time</b>", "<script>alert('gravity')</script> The bending of light & gravity <i>explained</i>.")] },
        Title("Stars and Stripes Only", 2015, 40) with { Availability = [Window("US")] },
        Title("Tomorrow's Premiere", 2026, 500) with { Availability = [new("*", Now.AddDays(1), null)] },
        Title("Yesterday's Farewell", 2012, 400) with { Availability = [new("*", Now.AddDays(-10), Now)] },
        Title("The Great Escape", 1963, 55) with { Genres = ["war"], Ratings = [Rated("*", "12", 12)], Texts = [Text("en", "The Great Escape", "Prisoners of the Second World War dig their way out.")] },
    ];

    public static TitleDocument Named(string originalTitle) => All.Single(t => t.OriginalTitle == originalTitle);

    public static TitleDocument Title(string title, int year, double popularity) => new(
        Id(title), 1, true, TitleKinds.Movie, "movie", null, title.ToLowerInvariant().Replace(' ', '-'), title, "en", [Text("en", title, null)], year, new(year, 3, 14),
        [], [], [], [Rated("*", "12", 12)], 5400, ["en"], [], [Window("*")], null, popularity, Now.AddYears(-1));

    public static DocumentText Text(string language, string title, string? synopsis) => new(language, title, null, synopsis);

    public static DocumentCredit Person(string name, string character) => new(Id(name), name, "cast", character);

    public static DocumentRating Rated(string territory, string label, int age) => new(territory, label, age);

    public static DocumentWindow Window(string territory) => new(territory, Now.AddYears(-1), null);

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
