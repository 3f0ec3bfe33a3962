using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

internal static partial class RefreshApi
{
    public static void MapRefresh(this RouteGroupBuilder sessions)
    {
        sessions.MapPost("/refresh", RefreshAsync).AllowAnonymous().WithName("RefreshSession").WithSummary("Exchanges the refresh token, from its cookie or the body")
            .WithDescription("The same client may repeat itself for a few seconds and gets the same successor. A token used again later ends the session.")
            .Produces<SessionTokens>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        sessions.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithName("SignOut").WithSummary("Ends the present session, known by its access or refresh token");
    }

    private static async Task<IResult> RefreshAsync(
        PresentedToken? body, HttpContext context, Rotations rotations, RefreshTokens tokens, TokenAnswers answers, ClientOfRequest client,
        ILogger<Rotations> logger, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var cookie = body is null ? context.Request.Cookies[SessionCookies.Refresh] : null;
        if (!tokens.TryRead(body?.RefreshToken ?? cookie, out var presented))
            return Refused(context, cookie is not null, null);

        var rotation = await rotations.RotateAsync(presented, client.Read(context), cookie is not null);
        switch (rotation)
        {
            case { Family: { } family, Token: { } next }:
                return TypedResults.Ok(await answers.BothAsync(context.Response, family, next, cookie is not null, cancellationToken));
            case { Outcome: RotationOutcome.Busy }:
                return Problems.TooMany(TimeSpan.FromSeconds(1));
            default:
                if (rotation.Outcome == RotationOutcome.Reused)
                    Log.Reused(logger, presented.SessionId);
                return Refused(context, cookie is not null, rotation.Reason);
        }
    }

    private static async Task<NoContent> SignOutAsync(
        PresentedToken? body, HttpContext context, Caller caller, FamilyStore families, RefreshTokens tokens)
    {
        if (caller is { IsUser: true, SessionId: { } own })
            await families.EndAsync(own, caller.AccountId, SessionEnds.SignedOut);
        else if (tokens.TryRead(body?.RefreshToken, out var token))
            await families.EndAsync(token, SessionEnds.SignedOut);
        SessionCookies.Clear(context.Response);
        return TypedResults.NoContent();
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
