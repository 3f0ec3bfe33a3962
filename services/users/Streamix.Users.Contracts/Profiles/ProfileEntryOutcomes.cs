namespace Streamix.Users.Contracts.Profiles;

/// <summary>What <see cref="ProfileEntryAnswer.Outcome"/> can be.</summary>
public static class ProfileEntryOutcomes
{
    /// <summary>Go on as this profile.</summary>
    public const string Entered = "entered";

    /// <summary>It has a PIN, and none was given.</summary>
    public const string PinRequired = "pin-required";

    /// <summary>The attempt counted.</summary>
    public const string PinWrong = "pin-wrong";

    /// <summary>Too many attempts; this one was not looked at.</summary>
    public const string PinLocked = "pin-locked";

    /// <summary>The account has no such profile.</summary>
    public const string Unknown = "unknown";
}
