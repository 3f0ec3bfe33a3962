namespace Streamix.Auth.Session.Families;

/// <summary>A session to be opened for somebody whose credentials were checked.</summary>
internal sealed record Opening
{
    /// <summary>The same key opens one session only.</summary>
    public required string Key { get; init; }

    public required Guid AccountId { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public long RolesRevision { get; init; }

    public required string Acr { get; init; }

    public required string Method { get; init; }

    /// <summary>Becomes <c>auth_time</c>.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>When what opens this session was done; something that ended all sessions later refuses it.</summary>
    public required DateTimeOffset ProvenAt { get; init; }

    public required ClientFacts Client { get; init; }

    public bool Persistent { get; init; }

    public bool Cookies { get; init; }
}

/// <summary>The session and its first refresh token, or why there is none.</summary>
internal sealed record Opened(Family? Family, RefreshToken? Token, string? Refusal);
