using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Streamix.Benchmarks.Searchable;

/// <summary>A title with a word that no other has.</summary>
internal sealed record Title(Guid Id, string Word);

internal sealed class Titles(Stage stage)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<Title>> MakeAsync(int count)
    {
        List<Title> made = [];
        for (var i = 0; i < count; i++)
        {
            var word = string.Concat(Guid.NewGuid().ToByteArray().Take(12).Select(value => (char)('a' + value % 26)));
            made.Add(new(await stage.Catalog.ReadyAsync($"The {word} story"), word));
        }
        return made;
    }

    /// <summary>Milliseconds from the answer that it is published until a search with its word has answered with it.</summary>
    public async Task<double> PublishAsync(Title title)
    {
        await stage.Catalog.PublishAsync(title.Id);
        return await FoundAsync(title, Stopwatch.GetTimestamp());
    }

    /// <summary>The same work without a bus: the indexer is told to bring the title up to date, and does before it answers.</summary>
    public async Task<double> IndexAsync(Title title)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await stage.Indexer.PostAsync($"/indexing/titles/{title.Id}", null);
        answer.EnsureSuccessStatusCode();
        return await FoundAsync(title, began);
    }

    /// <summary>What the indexer itself measured.</summary>
    public async Task<string> IndexersOwnAsync()
    {
        var times = (await stage.Indexer.GetFromJsonAsync<JsonElement>("/indexing")).GetProperty("eventToSearchable");
        return $"{times.GetProperty("p50Seconds").GetDouble() * 1000,10:0.0}{times.GetProperty("p99Seconds").GetDouble() * 1000,10:0.0}{times.GetProperty("maxSeconds").GetDouble() * 1000,10:0.0}   of {times.GetProperty("count").GetInt32()}";
    }

    private async Task<double> FoundAsync(Title title, long began)
    {
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var found = await stage.Search.GetFromJsonAsync<JsonElement>($"/search?q={title.Word}");
            if (found.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("titleId").GetGuid() == title.Id))
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            await Task.Delay(Pause);
        }
        throw new TimeoutException($"{title.Word} is not found.");
    }
}
