using Microsoft.AspNetCore.Http;

namespace Streamix.Auth.Contracts.Sessions;

/// <summary>The cookies of a browser's session (RFC 6265bis prefixes).</summary>
public static class SessionCookies
{
    /// <summary>The access token; the gateway reads it and passes it on as a bearer token.</summary>
    public const string Access = "__Host-streamix-access";

    /// <summary>The refresh token, sent to the session routes only.</summary>
    public const string Refresh = "__Secure-streamix-refresh";

    /// <summary>Where browsers send the refresh token: to be refreshed, and to be signed out by it when the access token is gone already.</summary>
    public const string RefreshPath = "/api/v1/session";

    /// <summary>Lays both into the browser; without <paramref name="persistent"/> it forgets them when it is closed.</summary>
    public static void Lay(
        HttpResponse response, string accessToken, DateTimeOffset accessUntil, string refreshToken, DateTimeOffset refreshUntil, bool persistent)
    {
        LayAccess(response, accessToken, accessUntil, persistent);
        response.Cookies.Append(Refresh, refreshToken, Options(RefreshPath, persistent ? refreshUntil : null));
    }

    /// <summary>Lays a new access token beside the refresh token that is there.</summary>
    public static void LayAccess(HttpResponse response, string accessToken, DateTimeOffset accessUntil, bool persistent) =>
        response.Cookies.Append(Access, accessToken, Options("/", persistent ? accessUntil : null));

    /// <summary>Takes both away.</summary>
    public static void Clear(HttpResponse response)
    {
        response.Cookies.Delete(Access, Options("/", null));
        response.Cookies.Delete(Refresh, Options(RefreshPath, null));
    }

    private static CookieOptions Options(string path, DateTimeOffset? until) => new()
    {
        Path = path,
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Expires = until,
        IsEssential = true,
    };
}
