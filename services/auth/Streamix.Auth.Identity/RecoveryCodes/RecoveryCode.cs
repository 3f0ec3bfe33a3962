using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.RecoveryCodes;

/// <summary>An unused recovery code; using it deletes it.</summary>
internal sealed class RecoveryCode(Guid accountId, byte[] hash, DateTimeOffset createdAt)
{
    public const int PerAccount = 10;
    public const int Length = 10;

    public Guid AccountId { get; private set; } = accountId;

    [Personal]
    public byte[] Hash { get; private set; } = hash;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
