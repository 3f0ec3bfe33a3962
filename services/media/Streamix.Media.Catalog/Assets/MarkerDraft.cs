using FluentValidation;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Assets;

/// <summary>A stretch of a title that players treat in their own way.</summary>
/// <param name="Kind"><c>intro</c>, <c>recap</c>, <c>credits</c> or <c>chapter</c>.</param>
/// <param name="FromSeconds">From the start of the title.</param>
/// <param name="ToSeconds">After <paramref name="FromSeconds"/>.</param>
/// <param name="Name">A chapter's name.</param>
internal sealed record MarkerDraft(
    [property: Example("intro")] string Kind,
    [property: Example("12.5")] double FromSeconds,
    [property: Example("74")] double ToSeconds,
    [property: Example("\"The forest\"")] string? Name = null)
{
    public static IReadOnlyList<Marker> Ordered(IEnumerable<MarkerDraft> drafts) =>
        [.. drafts.Select(d => new Marker(d.Kind, d.FromSeconds, d.ToSeconds, d.Name?.Trim())).OrderBy(m => m.FromSeconds).ThenBy(m => m.Kind, StringComparer.Ordinal)];
}

/// <summary>All markers of an asset.</summary>
internal sealed record MarkersDraft([property: Example(MarkersDraft.Usual)] IReadOnlyList<MarkerDraft> Markers)
{
    public const string Usual = """[{"kind":"intro","fromSeconds":12.5,"toSeconds":74},{"kind":"credits","fromSeconds":5400,"toSeconds":5640}]""";
}

internal sealed class MarkersDraftRules : AbstractValidator<MarkersDraft>
{
    public MarkersDraftRules() => RuleFor(m => m.Markers).Custom(MarkerRules.Check);
}

internal static class MarkerRules
{
    private const int Most = 200;
    private const int LongestName = 100;
    private const double Longest = 48 * 3600;
    private static readonly string[] Kinds = ["intro", "recap", "credits", "chapter"];

    public static void Check<T>(IReadOnlyList<MarkerDraft> markers, ValidationContext<T> context)
    {
        if (markers.Count > Most)
            context.AddFailure("markers", $"must be at most {Most}");
        foreach (var (i, marker) in markers.Take(Most).Index())
            if (Fault(marker) is { } fault)
                context.AddFailure($"markers[{i}]", fault);
        foreach (var kind in Kinds)
            if (Overlap(markers.Where(m => m.Kind == kind)))
                context.AddFailure("markers", $"those of the kind {kind} must not overlap");
    }

    private static string? Fault(MarkerDraft marker)
    {
        if (!Kinds.Contains(marker.Kind, StringComparer.Ordinal))
            return $"must be of the kind {string.Join(", ", Kinds[..^1])} or {Kinds[^1]}";
        if (!(marker.FromSeconds >= 0 && marker.ToSeconds > marker.FromSeconds && marker.ToSeconds <= Longest))
            return "must end after it begins, and begin at 0 or later";
        return marker.Name is { } name && (name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl)) ? $"must have a name of 1 to {LongestName} characters or none" : null;
    }

    private static bool Overlap(IEnumerable<MarkerDraft> markers)
    {
        var end = 0d;
        foreach (var marker in markers.OrderBy(m => m.FromSeconds))
        {
            if (marker.FromSeconds < end)
                return true;
            end = marker.ToSeconds;
        }
        return false;
    }
}
