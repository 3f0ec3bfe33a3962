namespace Streamix.ServiceDefaults.Auth;

/// <summary>Section <c>Auth</c>: whose tokens are believed, and where this service gets its own.</summary>
public sealed class AuthOptions
{
    /// <summary>The <c>iss</c> of every token.</summary>
    public string Issuer { get; set; } = "https://streamix";

    /// <summary>The <c>aud</c> of users' tokens.</summary>
    public string Audience { get; set; } = "streamix";

    /// <summary>The <c>aud</c> of services' tokens; a user's token never passes for one.</summary>
    public string ServiceAudience { get; set; } = "streamix-internal";

    /// <summary>Address of the issuer's key set (RFC 7517), or the key set itself when it starts with a brace.</summary>
    public string Jwks { get; set; } = "https+http://auth-session/.well-known/jwks.json";

    /// <summary>Keys are read again after this time.</summary>
    public TimeSpan KeysLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>An unknown key id makes us read the keys again, but not more often than this.</summary>
    public TimeSpan KeysCoolDown { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Clocks may differ by this much.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where client credentials become a token (RFC 6749, 4.4).</summary>
    public string TokenEndpoint { get; set; } = "https+http://auth-session/internal/tokens";

    /// <summary>The name of this service at the issuer; its resource name unless told.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of this service; without one it cannot call internal routes of others.</summary>
    public string? ClientSecret { get; set; }
}
