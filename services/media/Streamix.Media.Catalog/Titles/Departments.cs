namespace Streamix.Media.Catalog.Titles;

/// <summary>What people do for a title.</summary>
internal static class Departments
{
    public const string Cast = "cast";

    public static readonly string[] All = [Cast, "creator", "director", "writer", "producer", "composer", "cinematographer", "editor", "production-designer", "narrator"];
}
