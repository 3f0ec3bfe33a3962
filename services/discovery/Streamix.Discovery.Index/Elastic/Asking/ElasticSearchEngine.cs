using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Elastic.Schema;
using Streamix.Discovery.Index.Queries;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Streamix.Discovery.Index.Elastic.Asking;

/// <summary>Full text search with Elasticsearch: what has all words, slips forgiven, or any when nothing has all.</summary>
internal sealed class ElasticSearchEngine(SearchServer server) : ISearchEngine
{
    private const string Name = "elasticsearch";

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (!query.IsBrowsing && Texts.Words.Of(query.Text!).Length == 0)
            return new([], null, [], [], query.Facets ? new(0, IsExact: true) : null, null, null);
        var page = await AskAsync(query, broad: query.After?.Broad ?? false, cancellationToken);
        return page.Hits.Count > 0 || query.After is not null || query.IsBrowsing ? page : await AskAsync(query, broad: true, cancellationToken);
    }

    private async Task<SearchPage> AskAsync(SearchQuery query, bool broad, CancellationToken cancellationToken)
    {
        var body = SearchServer.Text(new ElasticQuestion(query, broad).Body());
        var answer = await server.AskTextAsync(HttpMethod.POST, $"/{IndexNames.Live}/_search", body, cancellationToken);
        return ElasticAnswer.Read(answer, query, broad, query.Explain ? new(Name, body, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), broad) : null);
    }
}
