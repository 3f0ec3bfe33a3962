using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passcodes;

/// <summary>The code that proves the address of a new account. A new one takes the place of the old.</summary>
internal sealed class Passcode(Guid accountId, byte[] hash, DateTimeOffset sentAt, DateTimeOffset expiresAt)
{
    public const int Length = 6;
    public const int MostAttempts = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public Guid AccountId { get; private set; } = accountId;

    [Personal]
    public byte[] Hash { get; private set; } = hash;

    public DateTimeOffset SentAt { get; private set; } = sentAt;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public int Attempts { get; private set; }
}
