using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Credentials;

/// <summary>How an account is proven: its password, and whether its address ever was.</summary>
internal sealed class Credential(Guid accountId, string passwordHash, DateTimeOffset createdAt)
{
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>ASP.NET Core Identity, version 3.</summary>
    [Personal]
    public string PasswordHash { get; private set; } = passwordHash;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset PasswordChangedAt { get; private set; } = createdAt;

    /// <summary>When the passcode came back; nobody signs in before.</summary>
    public DateTimeOffset? ProvenAt { get; private set; }

    /// <summary>When the owner was last told by mail that sign-in is locked.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }
}
