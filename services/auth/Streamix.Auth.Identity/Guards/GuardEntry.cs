namespace Streamix.Auth.Identity.Guards;

/// <summary>Failures in a row under one key. What the key stands for cannot be read from it.</summary>
internal sealed class GuardEntry
{
    public byte[] Key { get; private set; } = [];

    /// <summary>Whom it concerns (hashed as well), so that it can go with the account.</summary>
    public byte[] Owner { get; private set; } = [];

    public int Failures { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }
}
