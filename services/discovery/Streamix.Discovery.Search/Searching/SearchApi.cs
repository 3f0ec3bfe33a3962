using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Discovery.Contracts.Searching;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Search.Viewers;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Search.Searching;

internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGroup("/search").WithTags("Search").RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithValidation()
            .MapGet("/", SearchAsync).WithName("SearchTitles").WithSummary("Finds titles and people that this profile may see; without words, browses by popularity")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SearchResult>, ProblemHttpResult>> SearchAsync(
        [AsParameters] SearchRequest request, [AsParameters] PageQuery page, ISearchEngine engine, ViewerDesk viewers, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Explain == true && !caller.Is(Roles.Admin))
            return Problems.Forbidden("Explanations are for administrators.");
        var size = page.Size;
        var query = request.ToQuery(await viewers.ReadAsync(cancellationToken));
        query = query with { Limit = size, After = SearchCursor.Read(query, page.After) };
        if (query.After is not null)
            query = query with { People = false };
        var found = await engine.SearchAsync(query, cancellationToken);
        return TypedResults.Ok(found.ToResult(query));
    }

    private static SearchQuery ToQuery(this SearchRequest request, Viewer viewer) => new()
    {
        Text = request.Q,
        Viewer = viewer,
        Language = ReaderLanguage.Of(request.Lang, request.AcceptLanguage),
        Sort = request.Sort is { } name && SortNames.TryParse(name, out var sort) ? sort : SearchSort.Relevance,
        People = request.Person is null,
        Facets = request.Facets ?? false,
        Explain = request.Explain ?? false,
        Filters = new()
        {
            Kinds = request.Type ?? [],
            Formats = request.Format ?? [],
            Genres = request.Genre ?? [],
            Tags = request.Tag ?? [],
            Ratings = request.Rating ?? [],
            Languages = request.Language ?? [],
            Captions = request.Captions ?? [],
            YearFrom = request.YearFrom,
            YearTo = request.YearTo,
            MaximumAge = request.Maturity,
            Person = request.Person,
        },
    };
}
