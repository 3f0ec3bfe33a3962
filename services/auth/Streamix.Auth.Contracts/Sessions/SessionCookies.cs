using Microsoft.AspNetCore.Http;

namespace Streamix.Auth.Contracts.Sessions;

/// <summary>The cookies of a browser's session (RFC 6265bis prefixes).</summary>
public static class SessionCookies
{
    /// <summary>The access token; the gateway reads it and passes it on as a bearer token.</summary>
    public const string Access = "__Host-streamix-access";

    /// <summary>The refresh token, sent to the refresh route only.</summary>
    public const string Refresh = "__Secure-streamix-refresh";

    /// <summary>Where browsers send the refresh token.</summary>
    public const string RefreshPath = "/api/v1/session/refresh";

    /// <summary>Lays both into the browser.</summary>
    public static void Lay(HttpResponse response, string accessToken, DateTimeOffset accessUntil, string refreshToken, DateTimeOffset refreshUntil)
    {
        response.Cookies.Append(Access, accessToken, Options("/", accessUntil));
        response.Cookies.Append(Refresh, refreshToken, Options(RefreshPath, refreshUntil));
    }

    /// <summary>Lays a new access token beside the refresh token that is there.</summary>
    public static void LayAccess(HttpResponse response, string accessToken, DateTimeOffset accessUntil) =>
        response.Cookies.Append(Access, accessToken, Options("/", accessUntil));

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
