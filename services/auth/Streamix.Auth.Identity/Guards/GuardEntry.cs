namespace Streamix.Auth.Identity.Guards;

/// <summary>Failures under one key. What the key stands for cannot be read from it.</summary>
internal sealed class GuardEntry
{
    public byte[] Key { get; private set; } = [];

    /// <summary>Whom it concerns (hashed as well), so that it can go with the account.</summary>
    public byte[] Owner { get; private set; } = [];

    public int Failures { get; private set; }

    /// <summary>From when on time forgives them: it moves on with each that is forgiven, never with an attempt that was right.</summary>
    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }
}
