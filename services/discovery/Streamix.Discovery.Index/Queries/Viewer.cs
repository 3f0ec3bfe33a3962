namespace Streamix.Discovery.Index.Queries;

/// <summary>Who looks, from where and when.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown: then only what is open everywhere.</param>
/// <param name="Maturity">The highest age rating shown, in years.</param>
/// <param name="At">UTC.</param>
public sealed record Viewer(string? Country, int Maturity, DateTimeOffset At)
{
    /// <summary>From here on everything is shown, and what has no rating at all.</summary>
    public const int Adult = 18;
}
