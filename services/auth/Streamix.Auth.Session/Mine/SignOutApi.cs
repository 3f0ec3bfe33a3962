using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Auth.Session.Mine;

/// <summary>Signing out here (RFC 7009): whatever token of the session is shown, the session ends.</summary>
internal static class SignOutApi
{
    public static void MapSignOut(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithName("SignOut").WithSummary("Ends the present session, known by its refresh or access token")
            .WithDescription("""
                Counts the refresh token, from its cookie or the body, however old, and the access token while it is valid. A client without cookies sends its
                refresh token, because an access token that has expired ends nothing. 204 also for tokens that nobody knows; 503 when the session may live on.
                """);

    private static async Task<NoContent> SignOutAsync(SignOut? body, HttpContext context, Caller caller, FamilyStore families, RefreshTokens tokens)
    {
        HashSet<string> shown = new(StringComparer.Ordinal);
        if (caller is { IsUser: true, SessionId: { } own } && SessionId.IsValid(own))
            shown.Add(own);
        foreach (var text in (string?[])[body?.RefreshToken, context.Request.Cookies[SessionCookies.Refresh]])
            if (tokens.TryRead(text, out var token))
                shown.Add(token.SessionId);

        // Without any the store is asked all the same: while it is away the edge accepts no token, and there may have been one.
        if (shown.Count == 0)
            await families.ReachAsync();
        foreach (var session in shown)
            await families.EndAsync(session, SessionEnds.SignedOut);
        SessionCookies.Clear(context.Response);
        return TypedResults.NoContent();
    }
}
