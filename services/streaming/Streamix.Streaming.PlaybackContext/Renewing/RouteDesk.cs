using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Renewing;

/// <summary>Asks where the bytes of a playback come from.</summary>
internal sealed class RouteDesk(EdgesV1.Edges.EdgesClient edges, StartParts parts, IOptions<PlaybackOptions> options, TimeProvider time)
{
    private const string Orchestrator = "streaming-cdn-orchestrator";

    /// <summary>Tokens count whole seconds.</summary>
    private static readonly TimeSpan TokenStep = TimeSpan.FromSeconds(1);

    /// <summary>Edges with addresses that are good for a while, never beyond the decision.</summary>
    /// <exception cref="PlaybackOverException">It was revoked, or its window is over.</exception>
    public async Task<Routed> RouteAsync(RouteWish wish, CancellationToken cancellationToken)
    {
        if (wish.GoodUntil - time.GetUtcNow() < TokenStep)
            throw new PlaybackOverException { IsWindowOver = true };
        var request = new EdgesV1.RouteRequest
        {
            PlaybackId = wish.PlaybackId.ToString(),
            AssetId = wish.AssetId.ToString(),
            Prefix = wish.Package.Prefix,
            ExpiresAt = Until(wish.GoodUntil).ToTimestamp(),
            Country = wish.Country,
            Address = wish.Address,
            BindAddress = options.Value.BindAddress && wish.Address.Length > 0,
        };
        if (wish.Renditions.Count < wish.Package.All.Count)
            request.Renditions.AddRange(wish.Renditions);
        var answer = await parts.NeedAsync(Orchestrator, token => edges.RouteAsync(request, cancellationToken: token).ResponseAsync, cancellationToken);
        if (answer.Routes.Count == 0)
            throw new ServiceDefaults.Http.DependencyUnavailableException(Orchestrator) { RetryAfter = TimeSpan.FromSeconds(1) };
        var current = new CurrentRoutes(
            [.. answer.Routes.Select(r => new EdgeRoute(r.Edge, r.Base, r.Token, r.Query))], answer.SteeringHls, answer.SteeringDash,
            answer.Routes.Min(r => r.ExpiresAt?.ToDateTimeOffset() ?? request.ExpiresAt.ToDateTimeOffset()));
        return new(current, [.. answer.Because], [.. answer.Routes.SelectMany(r => r.Cookies).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What ends with the window is not renewed before: it would get no longer.</summary>
    public RenewalTimes Times(CurrentRoutes routes, DateTimeOffset? goodUntil)
    {
        var now = time.GetUtcNow();
        return new(AreLast(routes, goodUntil) ? routes.ExpiresAt : now + (routes.ExpiresAt - now) * options.Value.RenewAfter, routes.ExpiresAt);
    }

    /// <summary>It is not time to renew yet.</summary>
    public bool AreFresh(CurrentRoutes routes, DateTimeOffset? goodUntil) =>
        routes.ExpiresAt - time.GetUtcNow() > (AreLast(routes, goodUntil) ? TimeSpan.Zero : options.Value.TokenLifetime * (1 - options.Value.RenewAfter));

    private static bool AreLast(CurrentRoutes routes, DateTimeOffset? goodUntil) => goodUntil - routes.ExpiresAt < TokenStep;

    private DateTimeOffset Until(DateTimeOffset? goodUntil)
    {
        var usual = time.GetUtcNow() + options.Value.TokenLifetime;
        return goodUntil < usual ? goodUntil.Value : usual;
    }
}

/// <summary>Where the bytes come from.</summary>
/// <param name="Current">Edges and addresses.</param>
/// <param name="Because">Why these.</param>
/// <param name="Cookies">That open edges of others; not stored.</param>
internal sealed record Routed(CurrentRoutes Current, IReadOnlyList<string> Because, IReadOnlyList<string> Cookies)
{
    public void SetCookies(HttpResponse response)
    {
        foreach (var cookie in Cookies)
            response.Headers.Append(HeaderNames.SetCookie, cookie);
    }
}

/// <summary>What is to be fetched by whom.</summary>
internal sealed record RouteWish(
    Guid PlaybackId, Guid AssetId, PlayedPackage Package, IReadOnlyList<string> Renditions, DateTimeOffset? GoodUntil, string Country, string Address)
{
    public static RouteWish Of(Playback p, string address) => new(p.Id, p.AssetId, p.Package, p.Renditions, p.GoodUntil, p.Country, address);
}
