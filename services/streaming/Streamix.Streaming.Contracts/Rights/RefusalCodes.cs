namespace Streamix.Streaming.Contracts.Rights;

/// <summary>Why somebody may not watch. Codes are stable; sentences for people come with them.</summary>
public static class RefusalCodes
{
    /// <summary>The account is not active.</summary>
    public const string AccountInactive = "account-inactive";

    /// <summary>No profile is picked, or it is gone.</summary>
    public const string NoProfile = "no-profile";

    /// <summary>The title is rated above the profile's maturity level.</summary>
    public const string AboveMaturity = "above-maturity";

    /// <summary>The profile's PIN has to be entered.</summary>
    public const string PinNeeded = "pin-needed";

    /// <summary>Nobody knows where the viewer is.</summary>
    public const string CountryUnknown = "country-unknown";

    /// <summary>Not offered in the viewer's country.</summary>
    public const string NotInCountry = "not-in-country";

    /// <summary>Offered from a later time on.</summary>
    public const string NotYet = "not-yet";

    /// <summary>Offered until an earlier time.</summary>
    public const string NoLonger = "no-longer";

    /// <summary>The plan does not include it.</summary>
    public const string NotInPlan = "not-in-plan";

    /// <summary>As many streams as the plan allows play already.</summary>
    public const string TooManyStreams = "too-many-streams";

    /// <summary>This playback was stopped to make room for another, or has ended; told when it is renewed.</summary>
    public const string StoppedElsewhere = "stopped-elsewhere";

    /// <summary>The device cannot keep the keys as safely as the title asks for.</summary>
    public const string DeviceTooWeak = "device-too-weak";

    /// <summary>There is no such title for viewers.</summary>
    public const string NoSuchTitle = "no-such-title";
}
