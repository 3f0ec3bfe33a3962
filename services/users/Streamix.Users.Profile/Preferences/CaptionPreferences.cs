using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Preferences;

/// <summary>Captions: when, in which language and how they look.</summary>
internal sealed record CaptionPreferences
{
    public CaptionMode Mode { get; init; }

    /// <summary>BCP 47; the profile's language when absent.</summary>
    [Example("en")]
    public string? Language { get; init; }

    /// <summary>Prefers captions that also tell of sounds.</summary>
    public bool ForHardOfHearing { get; init; }

    public CaptionStyle Style { get; init; } = new();
}

/// <summary>How captions look. Colours are <c>#rrggbb</c>, opacities in per cent.</summary>
internal sealed record CaptionStyle
{
    public CaptionFont Font { get; init; }

    /// <summary>Per cent, 50 to 300.</summary>
    [Example("150")]
    public int Size { get; init; } = 100;

    [Example("#ffff00")]
    public string Color { get; init; } = "#ffffff";

    [Example("100")]
    public int Opacity { get; init; } = 100;

    [Example("#000000")]
    public string BackgroundColor { get; init; } = "#000000";

    [Example("40")]
    public int BackgroundOpacity { get; init; } = 75;

    public CaptionEdge Edge { get; init; }

    [Example("#202020")]
    public string EdgeColor { get; init; } = "#000000";

    public CaptionPlace Place { get; init; }
}

internal enum CaptionMode
{
    /// <summary>Only where something foreign is spoken.</summary>
    Forced,
    Off,
    Always,
}

internal enum CaptionFont
{
    SansSerif,
    Serif,
    Monospace,
    Casual,
    SmallCapitals,
}

internal enum CaptionEdge
{
    None,
    Outline,
    Shadow,
    Raised,
    Depressed,
}

internal enum CaptionPlace
{
    Bottom,
    Top,
}
