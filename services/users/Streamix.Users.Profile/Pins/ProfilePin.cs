namespace Streamix.Users.Profile.Pins;

/// <summary>The PIN of a profile. It has a row of its own, so that attempts do not change the profile's version.</summary>
internal sealed class ProfilePin(Guid profileId)
{
    public Guid ProfileId { get; private set; } = profileId;

    public byte[] Hash { get; private set; } = [];

    public byte[] Salt { get; private set; } = [];

    public int Iterations { get; private set; }

    /// <summary>Since the last right one.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public void Set(PinHash hash, DateTimeOffset now)
    {
        (Hash, Salt, Iterations) = (hash.Hash, hash.Salt, hash.Iterations);
        (Failures, LockedUntil, SetAt) = (0, null, now);
    }
}

/// <summary>What is kept of a PIN.</summary>
internal sealed record PinHash(byte[] Hash, byte[] Salt, int Iterations);
