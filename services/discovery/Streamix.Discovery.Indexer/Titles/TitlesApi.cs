using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Discovery.Indexer.Data;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Titles;

internal static class TitlesApi
{
    public static IServiceCollection AddTitles(this IServiceCollection services)
    {
        services.AddServiceClient<DocumentsClient>("media-catalog");
        return services.AddTransient<CatalogDocuments>().AddTransient<TitleIndexing>().AddSingleton<IndexingMetrics>();
    }

    public static void MapTitles(this IEndpointRouteBuilder app) =>
        app.MapGroup("/indexing/titles").WithTags("Titles").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller).RequireAudit()
            .MapPost("/{id:guid}", IndexAsync).WithName("IndexTitle").WithSummary("Brings one title into the index as the catalog has it now");

    private static async Task<NoContent> IndexAsync(Guid id, TitleIndexing titles, IndexerDb db, IAudit audit, CancellationToken cancellationToken)
    {
        await titles.IndexAsync(id, 0, cancellationToken);
        audit.Record("index.title-indexed", $"title:{id:n}");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
