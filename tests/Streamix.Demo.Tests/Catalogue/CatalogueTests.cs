using Streamix.Demo.Catalogue;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Demo.Tests.Catalogue;

public sealed class CatalogueTests
{
    private static readonly string[] Departments = ["cast", "creator", "director", "writer", "producer", "composer", "cinematographer", "editor", "production-designer", "narrator"];
    private static readonly CatalogueFile Catalogue = Content.Catalogue;
    private static readonly IReadOnlyList<Showing> Shown = [.. Programme.Of(Catalogue).SelectMany(Line).DistinctBy(showing => showing.Slug)];

    [Fact]
    public void Catalogue_WhatItHas_IsWhatTheDemoPromises()
    {
        Catalogue.Titles.Count.ShouldBeGreaterThanOrEqualTo(24);
        Catalogue.Titles.Count(title => title.Kind == TitleEntry.Series && title.Seasons!.Sum(season => season.Episodes.Count) >= 3).ShouldBe(2);
        Catalogue.Titles.ShouldContain(title => title.Format == "documentary");
        Shown.Count(showing => showing.IsTrailer).ShouldBeGreaterThanOrEqualTo(3);
        Catalogue.Titles.Select(title => title.Age).Distinct().Order().ShouldBe([0, 6, 12, 16, 18]);
    }

    [Fact]
    public void First_ItsFilm_IsShortAndSmall() =>
        Programme.Of(Catalogue)[0].Film.ShouldSatisfyAllConditions(film => film!.Seconds.ShouldBeLessThanOrEqualTo(20), film => film!.Height.ShouldBeLessThanOrEqualTo(360));

    [Fact]
    public void Slugs_OfEverybody_AreDifferentAndValid()
    {
        var slugs = Shown.Select(showing => showing.Slug).ToList();

        slugs.ShouldBeUnique();
        slugs.ShouldAllBe(slug => System.Text.RegularExpressions.Regex.IsMatch(slug, "^[a-z0-9]+(-[a-z0-9]+)*$") && slug.Length <= 120);
    }

    [Fact]
    public void Texts_OfEverything_AreInBothLanguages()
    {
        foreach (var showing in Shown)
        {
            Check(showing.En, latin: true, showing.Slug);
            Check(showing.Ar, latin: false, showing.Slug);
        }
        Catalogue.People.ShouldAllBe(person => person.En.Length > 10 && IsArabic(person.Ar));
    }

    [Fact]
    public void Vocabulary_OfTitles_IsThatOfTheCatalog()
    {
        Catalogue.Titles.ShouldAllBe(title => title.Genres.Count > 0 && title.Genres.All(genre => Genres.All.Contains(genre)));
        Catalogue.Titles.ShouldAllBe(title => (title.Tags ?? Array.Empty<string>()).All(tag => Tags.All.Contains(tag)));
        Catalogue.Titles.ShouldAllBe(title => Formats.All.Contains(title.Format));
    }

    [Fact]
    public void Credits_OfTitles_NameKnownPeopleOnceEach()
    {
        var known = Catalogue.People.Select(person => person.Slug).ToHashSet();

        foreach (var title in Catalogue.Titles)
        {
            title.Credits.ShouldAllBe(credit => known.Contains(credit.Person) && Departments.Contains(credit.Department) && (credit.Department == "cast" || credit.Character == null));
            title.Credits.ShouldBeUnique();
        }
        known.Except(Catalogue.Titles.SelectMany(title => title.Credits.Select(credit => credit.Person))).ShouldBeEmpty();
    }

    [Fact]
    public void Footage_OfTheBlenderFoundation_IsCredited()
    {
        var bunny = Catalogue.Titles.Single(title => title.Film?.Footage is not null);

        foreach (var words in (Wording[])[bunny.En, bunny.Ar])
            words.Synopsis.ShouldSatisfyAllConditions(text => text.ShouldContain("3.0"), text => text.ShouldContain("www.bigbuckbunny.org"), text => text.ShouldContain("2008"));
        bunny.En.Synopsis.ShouldContain("Blender Foundation");
        Catalogue.WithoutFootage().Titles.Count.ShouldBe(Catalogue.Titles.Count - 1);
    }

    private static IEnumerable<Showing> Line(Showing showing) => showing.Parent is { } parent && !showing.IsTrailer ? [.. Line(parent), showing] : [showing];

    private static void Check(Wording words, bool latin, string slug)
    {
        words.Title.Length.ShouldBeInRange(1, 300, slug);
        words.Synopsis.Length.ShouldBeInRange(10, 8000, slug);
        (words.Tagline ?? "").Length.ShouldBeLessThanOrEqualTo(300, slug);
        IsArabic(words.Synopsis).ShouldBe(!latin, slug);
    }

    private static bool IsArabic(string text) => text.Count(letter => letter is >= '\u0600' and <= '\u06ff') > text.Length / 3;
}
