using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Who is calling: the account of the user's token and the service that passed the call on. Request-scoped.</summary>
public sealed class Caller
{
    private readonly Guid? _accountId;

    internal Caller(UserToken? user, ServiceToken? service)
    {
        _accountId = user?.AccountId;
        ProfileId = user?.ProfileId;
        SessionId = user?.SessionId;
        Roles = user?.Roles ?? FrozenSet<string>.Empty;
        Acr = user?.Acr;
        AuthenticatedAt = user?.AuthenticatedAt;
        Service = service?.Name;
        UserTokenText = user?.Text;
    }

    /// <summary>Nobody.</summary>
    public static Caller Anonymous { get; } = new(null, null);

    /// <summary>The user's account.</summary>
    /// <exception cref="ProblemException">401: no user is signed in.</exception>
    public Guid AccountId => _accountId ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "Sign in first.");

    /// <summary>The profile picked in this session.</summary>
    public Guid? ProfileId { get; }

    /// <summary>The session of the token (<c>sid</c>).</summary>
    public string? SessionId { get; }

    /// <summary>The user's roles, see <see cref="Auth.Roles"/>.</summary>
    public IReadOnlySet<string> Roles { get; }

    /// <summary>How strongly the user signed in: <c>aal1</c>, or <c>aal2</c> with a second factor.</summary>
    public string? Acr { get; }

    /// <summary>When the user last proved who they are (<c>auth_time</c>).</summary>
    public DateTimeOffset? AuthenticatedAt { get; }

    /// <summary>The resource name of the calling service, from its own token.</summary>
    public string? Service { get; }

    /// <summary>A user is signed in.</summary>
    [MemberNotNullWhen(true, nameof(UserTokenText))]
    public bool IsUser => _accountId is not null;

    /// <summary>A service calls on its own behalf: its token and no user.</summary>
    public bool IsService => Service is not null && !IsUser;

    /// <summary>A user or a service.</summary>
    public bool IsAuthenticated => IsUser || Service is not null;

    /// <summary>A stable name for audit, limits and scopes: <c>account:…</c>, <c>service:…</c> or <c>anonymous</c>.</summary>
    public string Name => _accountId is { } id ? $"account:{id:n}" : Service is { } service ? $"service:{service}" : "anonymous";

    /// <summary>The user's own token, to pass on to other services.</summary>
    internal string? UserTokenText { get; }

    /// <summary>The user has this role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
