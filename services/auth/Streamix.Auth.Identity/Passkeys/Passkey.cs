using Microsoft.AspNetCore.Identity;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passkeys;

/// <summary>A WebAuthn credential of an account. Only its public half is ever here.</summary>
internal sealed class Passkey
{
    public const int LongestName = 60;
    public const int MostPerAccount = 20;

    public Passkey(Guid accountId, string name, UserPasskeyInfo info, DateTimeOffset now)
    {
        (Id, AccountId, Name, CreatedAt) = (Guid.CreateVersion7(now), accountId, name, now);
        (CredentialId, PublicKey, SignCount, Transports) = (info.CredentialId, info.PublicKey, info.SignCount, info.Transports ?? []);
        (IsUserVerified, IsBackupEligible, IsBackedUp) = (info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp);
        (AttestationObject, ClientDataJson) = (info.AttestationObject, info.ClientDataJson);
    }

    private Passkey()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public byte[] CredentialId { get; private set; } = [];

    /// <summary>COSE (RFC 9052).</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>Grows with each use, where the authenticator counts at all.</summary>
    public long SignCount { get; private set; }

    public string[] Transports { get; private set; } = [];

    public bool IsUserVerified { get; private set; }

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public byte[] AttestationObject { get; private set; } = [];

    public byte[] ClientDataJson { get; private set; } = [];

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson) { Name = Name };
}
