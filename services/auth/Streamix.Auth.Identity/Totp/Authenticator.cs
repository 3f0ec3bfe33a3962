using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Totp;

/// <summary>An authenticator app of an account. It counts once a first code has confirmed it.</summary>
internal sealed class Authenticator
{
    public Guid AccountId { get; private set; }

    /// <summary>The shared secret, encrypted.</summary>
    [Personal]
    public byte[] Box { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The time step of the last code taken: it and all before are spent.</summary>
    public long LastStep { get; private set; }
}
