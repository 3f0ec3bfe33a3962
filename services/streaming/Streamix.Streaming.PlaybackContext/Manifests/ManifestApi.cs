using System.ComponentModel;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Renewing;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>Manifests for players, which may be unable to send headers: the key in the address opens them. A wrong one finds nothing.</summary>
internal static class ManifestApi
{
    public static void MapManifests(this IEndpointRouteBuilder app)
    {
        var manifests = app.MapGroup("/playback/playbacks/{id:guid}").WithTags("Manifests").AllowAnonymous().RequireRateLimiting(RateLimits.PerCaller);
        manifests.MapGet("/master.m3u8", HlsAsync).WithName("ReadHls").WithSummary("The HLS multivariant playlist of a playback").Answers(HlsMaster.Type);
        manifests.MapGet("/clearkey.m3u8", ClearKeyAsync).WithName("ReadHlsClearKey").WithSummary("The same with KEYFORMAT org.w3.clearkey").Answers(HlsMaster.Type);
        manifests.MapGet("/manifest.mpd", DashAsync).WithName("ReadDash").WithSummary("The DASH manifest of a playback").Answers(DashManifest.Type);
    }

    private static void Answers(this RouteHandlerBuilder route, string type) =>
        route.Produces<string>(contentType: type).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);

    private static Task<IResult> HlsAsync(Guid id, [AsParameters] ManifestQuery query, HttpContext http, ManifestDesk desk, CancellationToken cancellationToken) =>
        desk.MakeAsync(id, query.K, http, p => p.Hls, HlsMaster.Type, cancellationToken);

    private static Task<IResult> ClearKeyAsync(Guid id, [AsParameters] ManifestQuery query, HttpContext http, ManifestDesk desk, CancellationToken cancellationToken) =>
        desk.MakeAsync(id, query.K, http, p => p.HlsClearKey, HlsMaster.Type, cancellationToken);

    private static Task<IResult> DashAsync(Guid id, [AsParameters] ManifestQuery query, HttpContext http, ManifestDesk desk, CancellationToken cancellationToken) =>
        desk.MakeAsync(id, query.K, http, p => p.Dash, DashManifest.Type, cancellationToken);
}

/// <summary>What opens a manifest.</summary>
internal sealed record ManifestQuery([property: Description("The manifest key of the playback."), Example("p4SgD3mQ0nqk1wB0Vd2f3Q")] string? K = null);

/// <summary>Makes manifests of playbacks that go on.</summary>
internal sealed class ManifestDesk(PlaybackDesk playbacks, RenewalDesk renewals, PackageManifests packages)
{
    public async Task<IResult> MakeAsync(Guid id, string? key, HttpContext http, Func<PlayedPackage, string?> path, string type, CancellationToken cancellationToken)
    {
        if (await playbacks.FindAnyAsync(id, cancellationToken) is not { } playback || !ManifestKey.Opens(key, playback))
            return Problems.NotFound();
        if (playback.State == PlaybackState.Ended)
            return PlaybackProblems.Over(playback);
        if (path(playback.Package) is not { } name || await packages.ReadAsync(playback.Package.Prefix, name, cancellationToken) is not { } text)
            return Problems.NotFound();
        CurrentRoutes routes;
        try
        {
            routes = await renewals.FreshAsync(playback, Viewer.AddressOf(http), cancellationToken);
        }
        catch (PlaybackOverException e)
        {
            return e.IsWindowOver ? PlaybackProblems.NoLonger() : PlaybackProblems.Over(playback);
        }

        var isDash = type == DashManifest.Type;
        var order = new ManifestOrder(playback.Renditions.ToHashSet(StringComparer.Ordinal), routes.Edges, isDash ? routes.SteeringDash : routes.SteeringHls);
        http.Response.Headers.CacheControl = "no-store"; // it carries tokens
        return TypedResults.Text(isDash ? DashManifest.Make(text, order) : HlsMaster.Make(text, order), type);
    }
}
