using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Standing;

namespace Streamix.Streaming.CdnOrchestrator.Steering;

/// <summary>Players ask here every few seconds; the address itself says who.</summary>
internal static class SteeringApi
{
    public const string Hls = "hls";
    public const string Dash = "dash";
    private const string HlsType = "application/vnd.apple.steering-list";
    private const string DashType = "application/json";

    public static void MapSteering(this IEndpointRouteBuilder app)
    {
        var steering = app.MapGroup("/steering").WithTags("Steering").AllowAnonymous();
        steering.MapGet($"/{Hls}/{{session}}", (string session, [AsParameters] Parts parts, HttpResponse response, CancellationToken cancellationToken) => AnswerAsync(session, Hls, HlsType, parts, response, cancellationToken))
            .Produces<SteeringManifest>(StatusCodes.Status200OK, HlsType).WithName("SteerHls").WithSummary("Which pathway to prefer (HLS content steering)");
        steering.MapGet($"/{Dash}/{{session}}", (string session, [AsParameters] Parts parts, HttpResponse response, CancellationToken cancellationToken) => AnswerAsync(session, Dash, DashType, parts, response, cancellationToken))
            .Produces<SteeringManifest>(StatusCodes.Status200OK, DashType).WithName("SteerDash").WithSummary("Which service location to prefer (DASH content steering)");
    }

    private static async Task<Results<JsonHttpResult<SteeringManifest>, NotFound, ProblemHttpResult>> AnswerAsync(
        string session, string kind, string type, Parts parts, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (parts.Sessions.Read(session) is not { } known)
            return TypedResults.NotFound();
        // 410 tells a player to ask no more.
        if (parts.Revoked.Has(known.PlaybackId))
            return TypedResults.Problem(statusCode: StatusCodes.Status410Gone, detail: "This playback has ended.");
        await parts.Book.ReadyAsync(cancellationToken);
        var order = parts.Choice.Steer([.. parts.Book.Facts().Where(e => known.Edges.Contains(e.Name))], known.AssetId.ToString(), known.Country);
        IReadOnlyList<string> names = order.Count > 0 ? [.. order.Select(e => e.Name)] : known.Edges;
        parts.Metrics.Steered(kind, names[0]);
        return TypedResults.Json(new SteeringManifest(1, (int)parts.Options.Value.SteeringEvery.TotalSeconds, names), contentType: type);
    }

    /// <summary>What an answer is made of.</summary>
    internal sealed record Parts(
        SteeringSessions Sessions, RevokedPlaybacks Revoked, EdgeBook Book, EdgeChoice Choice, EdgeMetrics Metrics, IOptions<OrchestratorOptions> Options);
}
