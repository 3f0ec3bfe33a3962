namespace Streamix.Media.Catalog.Titles;

internal enum TitleState
{
    Draft,
    Processing,
    Ready,
    Scheduled,
    Published,
    Withdrawn,
}

internal static class TitleStateNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TitleState>().Select(s => s.Name())];

    public static string Name(this TitleState state) => state switch
    {
        TitleState.Draft => "draft",
        TitleState.Processing => "processing",
        TitleState.Ready => "ready",
        TitleState.Scheduled => "scheduled",
        TitleState.Published => "published",
        _ => "withdrawn",
    };

    public static TitleState Parse(string name) => TryParse(name, out var state) ? state : throw new FormatException();

    public static bool TryParse(string name, out TitleState state)
    {
        foreach (var candidate in Enum.GetValues<TitleState>())
            if (candidate.Name() == name)
            {
                state = candidate;
                return true;
            }
        state = default;
        return false;
    }
}
