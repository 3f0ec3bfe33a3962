using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Media.Catalog.Playables;

/// <summary>For those who start playbacks and remember them. It tells of what is not open as well: whether somebody may watch is decided elsewhere.</summary>
internal static class PlayablesApi
{
    private static readonly string[] Asking = ["streaming-playback-context", "streaming-watch-history"];

    public static void MapPlayables(this IEndpointRouteBuilder app) =>
        app.MapInternal("playables").WithTags("Playables").RequireService(Asking)
            .MapGet("/{id:guid}", FindAsync).WithName("FindPlayable").WithSummary("What plays of a movie, an episode or a trailer, and which episode comes next");

    private static async Task<Results<Ok<PlayableTitle>, NotFound>> FindAsync(Guid id, PlayableReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } title ? TypedResults.Ok(title) : TypedResults.NotFound();
}
