using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passwords;

/// <summary>A link to a new password. The latest one of an account is the only one that works, and once.</summary>
internal sealed class PasswordReset(Guid accountId, byte[] hash, DateTimeOffset expiresAt)
{
    public const int TokenBytes = 32;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public Guid AccountId { get; private set; } = accountId;

    [Personal]
    public byte[] Hash { get; private set; } = hash;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;
}
