namespace Streamix.Frontend.Pages.Serving;

/// <summary>How long browsers keep an asset.</summary>
internal static class Caching
{
    /// <summary>Asks each time; an unchanged file costs a 304.</summary>
    public const string Never = "no-cache";

    private const string Forever = "public, max-age=31536000, immutable";
    private const string ADay = "public, max-age=86400";

    /// <summary>The folder in which names carry the hash of what they name.</summary>
    private const string Hashed = "assets/";

    public static string Of(string path) =>
        path.StartsWith(Hashed, StringComparison.Ordinal) ? Forever
        : path == PageServer.Worker || path.EndsWith(".webmanifest", StringComparison.Ordinal) ? Never
        : ADay;
}
