using System.Text;
using System.Text.Json.Nodes;
using Streamix.Discovery.Index.Elastic.Schema;
using Streamix.Discovery.Index.Writing;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Streamix.Discovery.Index.Elastic.Writing;

/// <summary>
/// Generations are indexes of one template; an alias says which is live, and one request moves it. Every write carries the title's revision as an
/// external version, tombstones included, so that Elasticsearch itself refuses what is older.
/// </summary>
internal sealed class ElasticIndexWriter(SearchServer server, TimeProvider time) : IIndexWriter
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // The analyzers name the set, so it must be there first.
        if (await server.TryAsync(HttpMethod.GET, $"/_synonyms/{IndexNames.Synonyms}", null, cancellationToken) is null)
            await PutSynonymsAsync([], cancellationToken);
        await server.AskAsync(HttpMethod.PUT, $"/_index_template/{IndexNames.Template}", IndexTemplate.Body, cancellationToken);
        if ((await IndexesAsync(cancellationToken)).Any(g => g.State == GenerationState.Live))
            return;
        await server.AskAsync(HttpMethod.PUT, $"/{IndexNames.New(time.GetUtcNow())}", new { aliases = new Dictionary<string, object>(StringComparer.Ordinal) { [IndexNames.Live] = new { } } }, cancellationToken);
    }

    public async Task<IReadOnlyList<IndexGeneration>> GenerationsAsync(CancellationToken cancellationToken)
    {
        List<IndexGeneration> counted = [];
        foreach (var generation in await IndexesAsync(cancellationToken))
        {
            var count = await server.TryAsync(HttpMethod.POST, $"/{generation.Name}/_count", new { query = Dsl.Term("published", true) }, cancellationToken);
            counted.Add(generation with { Titles = count?["count"]?.GetValue<long>() ?? 0 });
        }
        return counted;
    }

    public async Task<int> WriteAsync(IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken)
    {
        var open = (await IndexesAsync(cancellationToken)).Where(g => g.State != GenerationState.Retired).ToArray();
        if (!Array.Exists(open, g => g.State == GenerationState.Live))
            throw new GenerationGoneException("live");
        var taken = await BulkAsync([.. open.Select(g => g.Name)], changes, "wait_for", cancellationToken);
        return taken[Array.FindIndex(open, g => g.State == GenerationState.Live)];
    }

    public async Task<int> WriteAsync(string generation, IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken)
    {
        await RequireAsync(generation, cancellationToken);
        return (await BulkAsync([generation], changes, "false", cancellationToken))[0];
    }

    public async Task<IndexGeneration> CreateAsync(CancellationToken cancellationToken)
    {
        var name = IndexNames.New(time.GetUtcNow());
        await server.AskAsync(HttpMethod.PUT, $"/{name}", new { aliases = new Dictionary<string, object>(StringComparer.Ordinal) { [IndexNames.Building] = new { } } }, cancellationToken);
        return new(name, GenerationState.Building, IndexFormat.Current, 0, time.GetUtcNow());
    }

    public async Task SwitchAsync(string generation, CancellationToken cancellationToken)
    {
        var before = await RequireAsync(generation, cancellationToken);
        await server.AskAsync(HttpMethod.POST, $"/{generation}/_refresh", null, cancellationToken);
        List<object> actions = [.. before.Where(g => g.State == GenerationState.Live && g.Name != generation).Select(g => (object)new { remove = new { index = g.Name, alias = IndexNames.Live } })];
        actions.Add(new { remove = new { index = generation, alias = IndexNames.Building, must_exist = false } });
        actions.Add(new { add = new { index = generation, alias = IndexNames.Live } });
        await server.AskAsync(HttpMethod.POST, "/_aliases", new { actions }, cancellationToken);
        foreach (var old in before.Where(g => g.State == GenerationState.Retired && g.Name != generation))
            await DropAsync(old.Name, cancellationToken);
    }

    public async Task DropAsync(string generation, CancellationToken cancellationToken)
    {
        if ((await IndexesAsync(cancellationToken)).Any(g => g.Name == generation && g.State != GenerationState.Live))
            await server.TryAsync(HttpMethod.DELETE, $"/{generation}", null, cancellationToken);
    }

    public async Task<IReadOnlyList<IndexEntry>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken)
    {
        var answer = await server.AskAsync(HttpMethod.POST, $"/{IndexNames.Live}/_search", new
        {
            size = limit,
            query = Dsl.Term("published", true),
            sort = (object[])[Dsl.Sort("id", "asc")],
            search_after = after is { } id ? new object[] { id } : null,
            _source = (string[])["revision"],
        }, cancellationToken);
        return [.. answer["hits"]!["hits"]!.AsArray().Select(h => new IndexEntry(Guid.Parse(h!["_id"]!.GetValue<string>()), h["_source"]!["revision"]!.GetValue<long>()))];
    }

    public async Task<IReadOnlyList<IReadOnlyList<string>>> SynonymsAsync(CancellationToken cancellationToken)
    {
        var set = await server.TryAsync(HttpMethod.GET, $"/_synonyms/{IndexNames.Synonyms}?size=10000", null, cancellationToken);
        return [.. (set?["synonyms_set"]?.AsArray() ?? []).Select(r => (IReadOnlyList<string>)r!["synonyms"]!.GetValue<string>().Split(',', StringSplitOptions.TrimEntries))];
    }

    /// <summary>A comma would be the end of a phrase. Elasticsearch reloads the analyzers that use the set.</summary>
    public Task PutSynonymsAsync(IReadOnlyList<IReadOnlyList<string>> groups, CancellationToken cancellationToken) =>
        server.AskAsync(HttpMethod.PUT, $"/_synonyms/{IndexNames.Synonyms}", new
        {
            synonyms_set = groups.Select((group, i) => new { id = $"group-{i:d4}", synonyms = string.Join(", ", group.Select(p => p.Replace(',', ' '))) }).ToArray(),
        }, cancellationToken);

    private async Task<List<IndexGeneration>> IndexesAsync(CancellationToken cancellationToken)
    {
        var answer = await server.TryAsync(HttpMethod.GET, $"/{IndexNames.Pattern}?allow_no_indices=true", null, cancellationToken) as JsonObject;
        return [.. (answer ?? []).Where(i => IndexNames.IsOne(i.Key)).Select(i => Read(i.Key, i.Value!)).OrderBy(g => g.Name, StringComparer.Ordinal)];
    }

    private static IndexGeneration Read(string name, JsonNode index)
    {
        var aliases = index["aliases"] as JsonObject;
        var state = aliases?.ContainsKey(IndexNames.Live) == true ? GenerationState.Live : aliases?.ContainsKey(IndexNames.Building) == true ? GenerationState.Building : GenerationState.Retired;
        var created = long.Parse(index["settings"]!["index"]!["creation_date"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        return new(name, state, index["mappings"]?["_meta"]?["format"]?.GetValue<int>() ?? 0, 0, DateTimeOffset.FromUnixTimeMilliseconds(created));
    }

    private async Task<List<IndexGeneration>> RequireAsync(string generation, CancellationToken cancellationToken)
    {
        var indexes = await IndexesAsync(cancellationToken);
        return indexes.Exists(g => g.Name == generation && g.State != GenerationState.Retired) ? indexes : throw new GenerationGoneException(generation);
    }

    /// <summary>How many changes each index took.</summary>
    private async Task<int[]> BulkAsync(string[] indexes, IReadOnlyCollection<IndexChange> changes, string refresh, CancellationToken cancellationToken)
    {
        StringBuilder lines = new();
        foreach (var change in changes)
        {
            var body = SearchServer.Text(TitleBody.Of(change));
            foreach (var index in indexes)
                lines.Append(SearchServer.Text(new { index = new { _index = index, _id = change.TitleId, version = change.Revision, version_type = "external_gte" } })).Append('\n').Append(body).Append('\n');
        }
        var answer = await server.AskTextAsync(HttpMethod.POST, $"/_bulk?refresh={refresh}&require_alias=false", lines.ToString(), cancellationToken);
        return BulkAnswer.Taken(answer, indexes);
    }
}
