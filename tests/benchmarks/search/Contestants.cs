using Npgsql;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Queries;

namespace Streamix.Benchmarks.Search;

internal interface IContestant
{
    Task<IReadOnlyList<Guid>> FindAsync(string text);
}

/// <summary>The engine as the service asks it.</summary>
internal sealed class OurEngine(ISearchEngine engine, bool everything) : IContestant
{
    private static readonly Viewer Adult = new("DE", Viewer.Adult, DateTimeOffset.UtcNow);

    public async Task<IReadOnlyList<Guid>> FindAsync(string text)
    {
        var page = await engine.SearchAsync(new() { Text = text, Viewer = Adult, People = everything, Facets = everything }, default);
        return [.. page.Hits.Select(h => h.Document.TitleId)];
    }
}

/// <summary>What one would write first: all words, ranked, the best twenty. Forgives nothing.</summary>
internal sealed class PlainQuery(NpgsqlDataSource source) : IContestant
{
    public async Task<IReadOnlyList<Guid>> FindAsync(string text)
    {
        await using var command = source.CreateCommand("""
            SELECT id, document FROM titles, plainto_tsquery('search_index.plain', $1) q
            WHERE published AND vector @@ q ORDER BY ts_rank_cd(vector, q) DESC, popularity DESC LIMIT 20
            """);
        command.Parameters.AddWithValue(text);
        await using var reader = await command.ExecuteReaderAsync();
        List<Guid> found = [];
        while (await reader.ReadAsync())
            found.Add(reader.GetGuid(0));
        return found;
    }
}
