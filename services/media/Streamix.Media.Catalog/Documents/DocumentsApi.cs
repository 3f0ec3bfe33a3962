using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Documents;

internal static class DocumentsApi
{
    private const int Most = 500;
    private static readonly string[] Asking = ["discovery-indexer", "streaming-rights"];

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapInternal("documents").WithTags("Documents").RequireService(Asking);
        documents.MapGet("/", ListAsync).WithName("ListDocuments").WithSummary("Published movies, series and episodes in the order of their ids");
        documents.MapGet("/{id:guid}", FindAsync).WithName("FindDocument").WithSummary("A movie, series or episode as it is now");
    }

    private static async Task<Ok<IReadOnlyList<TitleDocument>>> ListAsync(
        [Description("The id of the last one before."), Example("0197a3c0-0000-7000-8000-000000000002")] string? after,
        [Description("Documents at most."), Example("100"), Range(1, Most)] int? limit, DocumentReader reader, CancellationToken cancellationToken)
    {
        var count = limit ?? 100;
        if (count is < 1 or > Most)
            throw ProblemException.BadRequest("limit", $"must be between 1 and {Most}");
        var last = string.IsNullOrEmpty(after) ? (Guid?)null : Guid.TryParse(after, out var id) ? id : throw ProblemException.BadRequest("after", "is not an id");
        return TypedResults.Ok(await reader.ListAsync(last, count, cancellationToken));
    }

    private static async Task<Results<Ok<TitleDocument>, NotFound>> FindAsync(
        Guid id, [Description("Of trailers as well.")] bool? trailers, DocumentReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, trailers == true, cancellationToken) is { } document ? TypedResults.Ok(document) : TypedResults.NotFound();
}
