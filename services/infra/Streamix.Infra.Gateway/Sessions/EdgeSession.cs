using Streamix.ServiceDefaults.Auth;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>A verified access token, with what is needed of it on every request made once.</summary>
public sealed class EdgeSession(UserToken token)
{
    public UserToken Token { get; } = token;

    /// <summary>The account's id as limits and sticky choices know it.</summary>
    public string Subject { get; } = token.AccountId.ToString();

    /// <summary>The value of the Authorization header for the services.</summary>
    public string Authorization { get; } = "Bearer " + token.Text;

    /// <summary>Unix seconds.</summary>
    public long IssuedAt { get; } = token.IssuedAt.ToUnixTimeSeconds();

    /// <summary>Unix seconds.</summary>
    public long SignedInAt { get; } = (token.AuthenticatedAt ?? default).ToUnixTimeSeconds();

    /// <summary>What the session service said of the session; all its tokens share it.</summary>
    internal Standing Standing { get; init; } = new();
}
