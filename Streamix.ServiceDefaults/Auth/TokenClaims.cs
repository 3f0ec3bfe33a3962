namespace Streamix.ServiceDefaults.Auth;

/// <summary>Claims of our access tokens besides the registered ones.</summary>
public static class TokenClaims
{
    /// <summary>The session, to end it everywhere at once.</summary>
    public const string Session = "sid";

    /// <summary>The id of the token itself.</summary>
    public const string TokenId = "jti";

    /// <summary>The profile picked in the session.</summary>
    public const string Profile = "pid";

    /// <summary>An array of <see cref="Auth.Roles"/> (RFC 9068, 2.2.3.1).</summary>
    public const string Roles = "roles";

    /// <summary>Strength of the sign-in, <c>aal1</c> or <c>aal2</c>.</summary>
    public const string Acr = "acr";

    /// <summary>Seconds since 1970 of the last proof of identity.</summary>
    public const string AuthTime = "auth_time";

    /// <summary>Equal to <c>sub</c> in a service's token (RFC 9068, 2.2).</summary>
    public const string ClientId = "client_id";
}
