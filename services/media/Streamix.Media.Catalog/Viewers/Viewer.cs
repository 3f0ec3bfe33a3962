namespace Streamix.Media.Catalog.Viewers;

/// <summary>For whom something is shown.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown, which restricts nothing.</param>
/// <param name="Maturity">The highest age rating, in years; null for no limit.</param>
/// <param name="Languages">As wished, best first; BCP 47.</param>
/// <param name="Now">What opens later is not shown, nor what has closed.</param>
internal sealed record Viewer(string? Country, int? Maturity, IReadOnlyList<string> Languages, DateTimeOffset Now)
{
    /// <summary>From this age on there are no limits.</summary>
    public const int Adult = 18;

    /// <summary>A profile was picked that this service has not heard of yet: as a child's.</summary>
    public const int Unheard = 12;

    /// <summary>What is rated elsewhere only counts as this where it is not.</summary>
    public const int Unrated = Adult;
}
