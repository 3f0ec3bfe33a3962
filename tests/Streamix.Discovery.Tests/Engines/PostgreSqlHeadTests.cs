using Streamix.Discovery.Index.Writing;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Tests.Engines;

/// <summary>A rebuilt generation has indexes of its most popular titles; a live one that was filled bit by bit has none. Nobody must notice.</summary>
public sealed class PostgreSqlHeadTests(PostgreSqlUnderTest engine) : IClassFixture<PostgreSqlUnderTest>, IAsyncLifetime
{
    private const int Titles = 1300;
    private OwnIndex _index = null!;

    public async Task InitializeAsync() => _index = await engine.NewAsync();

    public Task DisposeAsync() => _index.DisposeAsync().AsTask();

    [Fact]
    public async Task Search_WordsOfManyAndOfFew_FindsTheSameWithTheHeadAndWithout()
    {
        string[] texts = ["harbour", "lantern", "harbour lantern", "harbuor", "lantern of"];
        var titles = Enumerable.Range(1, Titles).Select(One).Select(IndexChange.Of).ToArray();
        await _index.Writer.WriteAsync(titles, default);
        var without = await FindAsync(texts);

        var generation = await _index.Writer.CreateAsync(default);
        await _index.Writer.WriteAsync(generation.Name, titles, default);
        await _index.Writer.SwitchAsync(generation.Name, default);
        var with = await FindAsync(texts);

        with.ShouldBe(without);
        with.ShouldContain($"harbour: Harbour {Titles}");
    }

    private static TitleDocument One(int number) => Library.Title($"Harbour {number}", 2000, number) with
    {
        Texts = [Library.Text("en", $"Harbour {number}", number % 60 == 0 ? "A lantern of the harbour." : number % 7 == 0 ? "The harbour, and the harbour again." : "Boats.")],
    };

    private async Task<List<string>> FindAsync(string[] texts)
    {
        List<string> found = [];
        foreach (var text in texts)
            found.AddRange((await _index.AskAsync(text, q => q with { Limit = 100 })).Hits.Select(h => $"{text}: {h.Document.OriginalTitle}"));
        return found;
    }
}
