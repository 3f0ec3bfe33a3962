using System.Collections.Immutable;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>A kind of picture: how wide its sizes are, in pixels, and how it may be shaped.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="Widths">From small to large; a picture has those it is wide enough for.</param>
/// <param name="Narrowest">The least width by height.</param>
/// <param name="Widest">The largest width by height.</param>
/// <param name="OfPeople">Whether people have it; else titles do.</param>
internal sealed record ArtworkKind(string Name, ImmutableArray<int> Widths, double Narrowest, double Widest, bool OfPeople = false)
{
    /// <summary>The smallest picture taken.</summary>
    public int Least => Widths[1];

    public bool Fits(int width, int height) => (double)width / height is var shape && shape >= Narrowest && shape <= Widest;
}

/// <summary>All kinds of pictures.</summary>
internal static class ArtworkKinds
{
    public static readonly ImmutableArray<ArtworkKind> All =
    [
        new("poster", [160, 320, 480, 800, 1600], 0.6, 0.8),
        new("backdrop", [320, 640, 1280, 1920, 3840], 1.6, 2.5),
        new("logo", [160, 320, 640, 1280], 0.5, 12),
        new("still", [160, 320, 640, 1280], 1.2, 2.5),
        new("portrait", [80, 160, 320, 640], 0.5, 1.1, OfPeople: true),
    ];

    public static string[] Names { get; } = [.. All.Select(k => k.Name)];

    public static ArtworkKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
