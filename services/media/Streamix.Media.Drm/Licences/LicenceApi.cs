using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Playbacks;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Licences;

/// <summary>
/// Keys for players. No user's token is asked for: the playback's token says everything. No cookie has a meaning here, and nothing depends on
/// the content type, so that any page may call once the edge lets its origin.
/// </summary>
internal static class LicenceApi
{
    private const string HlsKey = "hls-key";

    public static void MapLicences(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/drm").WithTags("Licences").AllowAnonymous().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LicenceRequest.Largest);
        keys.MapPost("/clearkey", LicenseAsync).WithName("FetchClearKeyLicence")
            .WithSummary("A Clear Key licence (W3C EME 9.1) for a playback, whose token comes as Bearer or in Playback-Token")
            .Produces<ClearKeyLicence>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new AcceptsClearKey());
        keys.MapGet("/keys/{kid}", KeyAsync).WithName("FetchKey")
            .WithSummary("One key as 16 bytes, for players without EME (HLS with KEYFORMAT identity); same token, same terms")
            .Produces(StatusCodes.Status200OK, contentType: KeyAnswer.Type).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> LicenseAsync(HttpContext http, PlaybackTokenOfRequest token, LicenceDesk desk, CancellationToken cancellationToken)
    {
        if (Grant(http, token, out var grant) is { } refused)
            return refused;
        var request = await LicenceRequest.ReadAsync(http.Request, cancellationToken);
        var issue = await desk.IssueAsync(grant!, request, kind: null, cancellationToken);
        return issue.Refusal is { } refusal ? LicenceProblems.Of(refusal) : new LicenceAnswer(issue, request.Type);
    }

    private static async Task<IResult> KeyAsync(string kid, HttpContext http, PlaybackTokenOfRequest token, LicenceDesk desk, CancellationToken cancellationToken)
    {
        if (Grant(http, token, out var grant) is { } refused)
            return refused;
        if (!KeyId.TryReadHex(kid, out var id))
            return LicenceProblems.Of(Refusal.UnknownKey);
        var issue = await desk.IssueAsync(grant!, new([id], LicenceRequest.Temporary), HlsKey, cancellationToken);
        return issue.Refusal is { } refusal ? LicenceProblems.Of(refusal) : new KeyAnswer(issue);
    }

    private static IResult? Grant(HttpContext http, PlaybackTokenOfRequest token, out Grant? grant)
    {
        (grant, var refusal) = token.Read(http.Request);
        if (refusal is not { } why)
            return null;
        http.Response.Headers.WWWAuthenticate = why == Refusal.NoToken ? "Bearer" : """Bearer error="invalid_token" """.TrimEnd();
        return LicenceProblems.Of(why);
    }
}
