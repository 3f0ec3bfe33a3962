namespace Streamix.Auth.Contracts.Sessions;

/// <summary>Why a session ended; the client is told.</summary>
public static class SessionEnds
{
    /// <summary>The user signed out there.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The user ended it from another session, or an operator did.</summary>
    public const string Revoked = "revoked";

    /// <summary>The user signed out everywhere.</summary>
    public const string SignedOutEverywhere = "signed-out-everywhere";

    /// <summary>The password was changed or reset.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>The account was suspended.</summary>
    public const string Suspended = "suspended";

    /// <summary>The account was closed or erased.</summary>
    public const string Closed = "closed";

    /// <summary>A refresh token was used again after its successor: somebody may have stolen it.</summary>
    public const string RefreshTokenReused = "refresh-token-reused";

    /// <summary>Not used for too long, or too old.</summary>
    public const string Expired = "expired";

    /// <summary>Not an end: the access token is older than the account's roles. The client refreshes and goes on.</summary>
    public const string RolesChanged = "roles-changed";

    /// <summary>Not an end: the access token names a profile that is gone. The client refreshes and goes on without one.</summary>
    public const string ProfileRemoved = "profile-removed";

    /// <summary>False when the session goes on and only its older access tokens do not.</summary>
    public static bool IsEnd(string reason) => reason is not (RolesChanged or ProfileRemoved);
}
