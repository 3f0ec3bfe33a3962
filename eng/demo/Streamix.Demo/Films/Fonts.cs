namespace Streamix.Demo.Films;

/// <summary>A font file of this machine; none of the systems promises the same one. Without any, films and posters stay without writing.</summary>
internal static class Fonts
{
    private static readonly string[] Usual =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
        "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf",
        "/usr/share/fonts/TTF/DejaVuSans-Bold.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
        "/System/Library/Fonts/Supplemental/Arial Bold.ttf",
        "C:/Windows/Fonts/arialbd.ttf",
    ];

    public static string? Bold { get; } = Usual.FirstOrDefault(File.Exists) ?? Any("/usr/share/fonts");

    private static string? Any(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;
}
