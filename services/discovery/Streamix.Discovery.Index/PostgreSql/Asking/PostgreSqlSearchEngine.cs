using Npgsql;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Texts;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Full text search with PostgreSQL: reads the query, finds what has all of its words, or any when nothing has all, and marks what matched.</summary>
internal sealed class PostgreSqlSearchEngine(SearchDatabase database) : ISearchEngine
{
    private const string Name = "postgresql";

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        database.UseAsync(connection => SearchAsync(connection, query, cancellationToken), cancellationToken);

    private static async Task<SearchPage> SearchAsync(NpgsqlConnection connection, SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.IsBrowsing)
            return await AskAsync(connection, query, null, broad: false, cancellationToken);
        var text = await Analysis.ReadAsync(connection, query.Text!, query.Language, cancellationToken);
        if (text is null)
            return new([], null, [], [], query.Facets ? new(0, IsExact: true) : null, null, null);
        var page = await AskAsync(connection, query, text, broad: query.After?.Broad ?? false, cancellationToken);
        return page.Hits.Count > 0 || query.After is not null ? page : await AskAsync(connection, query, text, broad: true, cancellationToken);
    }

    private static async Task<SearchPage> AskAsync(NpgsqlConnection connection, SearchQuery query, TextQuery? text, bool broad, CancellationToken cancellationToken)
    {
        Question question = new(query, text, broad);
        var people = query.People && text is not null;
        await using NpgsqlBatch batch = new(connection);
        // With a text the session points to the generation that the text was read with.
        if (text is null)
            batch.BatchCommands.Add(new("SELECT search_index.use_live()"));
        batch.BatchCommands.Add(question.Hits());
        if (query.Facets)
            batch.BatchCommands.Add(question.Facets());
        if (people)
            batch.BatchCommands.Add(question.People());

        List<FoundRow> rows;
        IReadOnlyList<Facet> facets = [];
        SearchTotal? total = null;
        IReadOnlyList<PersonHit> persons = [];
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            if (text is null)
                await reader.NextResultAsync(cancellationToken);
            rows = await Answer.HitsAsync(reader, query.Explain, cancellationToken);
            if (query.Facets && await reader.NextResultAsync(cancellationToken))
                (facets, total) = await Answer.FacetsAsync(reader, cancellationToken);
            if (people && await reader.NextResultAsync(cancellationToken))
                persons = await Answer.PeopleAsync(reader, cancellationToken);
        }

        var more = rows.Count > query.Limit;
        if (more)
            rows.RemoveAt(query.Limit);
        var explanation = query.Explain ? new SearchExplanation(Name, (broad ? text?.Broad : text?.Strict) ?? "", text?.Corrections ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), broad) : null;
        return new(
            await ShowAsync(connection, query, text, broad, rows, cancellationToken), more ? Answer.PositionOf(rows[^1], broad) : null, facets, persons, total, text?.Corrected, explanation);
    }

    private static async Task<IReadOnlyList<SearchHit>> ShowAsync(
        NpgsqlConnection connection, SearchQuery query, TextQuery? text, bool broad, List<FoundRow> rows, CancellationToken cancellationToken)
    {
        DocumentText[] shown = [.. rows.Select(r => ShownText.Of(r.Document, query.Language))];
        var marked = text is null || rows.Count == 0 ? null : await Headlines.MakeAsync(connection, broad ? text.Broad : text.Strict, shown, cancellationToken);
        var ranked = query.EffectiveSort == SearchSort.Relevance;
        return
        [
            .. rows.Select((row, i) => new SearchHit(
                row.Document, shown[i], Marks.Parse(marked?[i].Title), Marks.Parse(marked?[i].Synopsis), ranked ? row.Number : 0, row.Parts)),
        ];
    }
}
