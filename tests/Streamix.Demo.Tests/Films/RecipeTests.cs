using Streamix.Demo.Films;

namespace Streamix.Demo.Tests.Films;

public sealed class RecipeTests
{
    [Fact]
    public void Recipes_OfTheCatalogue_AreWithinBounds()
    {
        foreach (var film in Content.Films)
        {
            film.Seconds.ShouldBeInRange(20, 60);
            (film.Width, film.Height).ShouldBeOneOf((640, 360), (854, 480), (960, 540), (1280, 720));
            Scenes.Names.ShouldContain(film.Scene);
            Music.Moods.ShouldContain(film.Music.Mood);
            film.Colours.Count.ShouldBe(3);
        }
    }

    [Fact]
    public void Recipes_PairByPair_DrawDifferentPicturesToDifferentTunes()
    {
        var frame = new Frame(640, 360, FilmRecipe.Rate);

        Content.Films.Select(film => film.Footage ?? Scenes.Filter(film, frame)).ShouldBeUnique();
        Content.Films.Select(film => (film.Music, film.Scene)).Distinct().Count().ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Catalogue_ItsScenes_AreAllThatThereAre() =>
        Scenes.Names.Except(Content.Films.Select(film => film.Scene)).ShouldBeEmpty();

    [Fact]
    public void Chances_OfOneSeed_AreTheSameAndOfAnotherDiffer()
    {
        string Of(int seed) => string.Join(' ', Enumerable.Range(0, 1).Select(_ => new Chances(seed)).SelectMany(c => (string[])[c.Next(0, 1), c.Next(0, 9), $"{c.Whole(1, 99)}"]));

        Of(3).ShouldBe(Of(3));
        Enumerable.Range(1, 50).Select(Of).ShouldBeUnique();
    }

    [Fact]
    public void Colour_ThatIsNone_IsRefused() => Should.Throw<DemoException>(() => Colouring.Parse("red"));
}
