using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Preferences;

/// <summary>How somebody likes to watch. What is absent has its usual value.</summary>
internal sealed record ProfilePreferences
{
    public static ProfilePreferences Usual { get; } = new();

    /// <summary>Goes on with the next episode.</summary>
    public bool AutoplayNext { get; init; } = true;

    /// <summary>Plays trailers while browsing.</summary>
    public bool AutoplayPreviews { get; init; } = true;

    /// <summary>Skips intros and recaps without asking.</summary>
    public bool SkipIntros { get; init; }

    /// <summary>Where data is saved at the cost of quality.</summary>
    public DataSaver DataSaver { get; init; }

    /// <summary>The best quality to fetch.</summary>
    public VideoQuality Quality { get; init; }

    /// <summary>Preferred language of the sound, BCP 47; the original one when absent.</summary>
    [Example("pt-BR")]
    public string? AudioLanguage { get; init; }

    /// <summary>Prefers sound with spoken descriptions.</summary>
    public bool AudioDescription { get; init; }

    /// <summary>Evens out loud and quiet.</summary>
    public bool EvenLoudness { get; init; }

    public CaptionPreferences Captions { get; init; } = new();

    public Theme Theme { get; init; }

    /// <summary>No animations.</summary>
    public bool ReducedMotion { get; init; }
}

internal enum DataSaver
{
    Off,
    Mobile,
    Always,
}

internal enum VideoQuality
{
    Auto,
    Sd,
    Hd,
    Uhd,
}

internal enum Theme
{
    System,
    Dark,
    Light,
}
