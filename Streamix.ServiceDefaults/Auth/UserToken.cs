using System.Collections.Frozen;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>What a verified user's token says.</summary>
public sealed record UserToken(
    string Text,
    Guid AccountId,
    Guid? ProfileId,
    string? SessionId,
    string? TokenId,
    FrozenSet<string> Roles,
    string? Acr,
    DateTimeOffset? AuthenticatedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>When the token was issued (<c>iat</c>); the beginning of time when it does not say.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Without the token itself, which must not reach a log.</summary>
    public override string ToString() => $"account:{AccountId:n}";
}

/// <summary>What a verified service's token says.</summary>
public sealed record ServiceToken(string Name, DateTimeOffset ExpiresAt);
