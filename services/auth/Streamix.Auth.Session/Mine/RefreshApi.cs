using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

internal static partial class RefreshApi
{
    public static void MapRefresh(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/refresh", RefreshAsync).AllowAnonymous().WithName("RefreshSession").WithSummary("Exchanges the refresh token, from its cookie or the body")
            .WithDescription("Whoever lost the answer repeats the request at once, or within half a minute, and gets the same successor. A token used again later ends the session.")
            .Produces<SessionTokens>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> RefreshAsync(
        PresentedToken? body, HttpContext context, Rotations rotations, RefreshTokens tokens, AccessTokens access, TokenAnswers answers, ClientOfRequest client,
        ILogger<Rotations> logger, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var cookie = body is null ? context.Request.Cookies[SessionCookies.Refresh] : null;
        if (!tokens.TryRead(body?.RefreshToken ?? cookie, out var presented))
            return Refused(context, cookie is not null, null);

        var signer = await access.SignerAsync(cancellationToken);
        var rotation = await rotations.RotateAsync(presented, client.Read(context), cookie is not null);
        switch (rotation)
        {
            case { Family: { } family, Token: { } next }:
                return TypedResults.Ok(answers.Both(context.Response, family, next, cookie is not null, signer));
            case { Outcome: RotationOutcome.Busy }:
                return Problems.TooMany(TimeSpan.FromSeconds(1));
            default:
                if (rotation.Outcome == RotationOutcome.Reused)
                    Log.Reused(logger, presented.SessionId);
                return Refused(context, cookie is not null, rotation.Reason);
        }
    }

    private static ProblemHttpResult Refused(HttpContext context, bool cookie, string? reason)
    {
        if (cookie)
            SessionCookies.Clear(context.Response);
        return SessionProblems.Ended(reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A refresh token of session {SessionId} was used again; the session was ended")]
        public static partial void Reused(ILogger logger, string sessionId);
    }
}
