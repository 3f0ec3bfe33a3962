using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Streamix.Discovery.Index.Elastic;
using Streamix.Discovery.Index.Elastic.Asking;
using Streamix.Discovery.Index.Elastic.Writing;
using Streamix.Discovery.Index.PostgreSql;
using Streamix.Discovery.Index.PostgreSql.Asking;
using Streamix.Discovery.Index.PostgreSql.Writing;

namespace Streamix.Discovery.Index;

/// <summary>Gives a service the index.</summary>
public static class SearchIndexExtensions
{
    private const string Connection = "search";

    /// <summary>
    /// Registers <see cref="ISearchEngine"/> and <see cref="IIndexWriter"/> on the connection <c>search</c>: Elasticsearch for <c>http…</c>,
    /// PostgreSQL for <c>Host=…</c>. Nothing connects before the first use.
    /// </summary>
    public static IHostApplicationBuilder AddSearchIndex(this IHostApplicationBuilder builder) =>
        builder.Configuration.GetConnectionString(Connection)?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? builder.AddElastic() : builder.AddPostgreSql();

    private static IHostApplicationBuilder AddPostgreSql(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new SearchDatabase(
            services.GetRequiredService<IConfiguration>().GetConnectionString(Connection) ?? throw new InvalidOperationException($"There is no connection string '{Connection}'.")));
        builder.Services.AddSingleton<ISearchEngine, PostgreSqlSearchEngine>();
        builder.Services.AddSingleton<IIndexWriter, PostgreSqlIndexWriter>();
        return builder;
    }

    private static IHostApplicationBuilder AddElastic(this IHostApplicationBuilder builder)
    {
        // A search that is down answers 503; the service itself stays ready.
        builder.AddElasticsearchClient(Connection, settings => settings.DisableHealthChecks = true);
        builder.Services.AddSingleton<SearchServer>();
        builder.Services.AddSingleton<ISearchEngine, ElasticSearchEngine>();
        builder.Services.AddSingleton<IIndexWriter, ElasticIndexWriter>();
        return builder;
    }
}
