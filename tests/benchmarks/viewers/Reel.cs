using Streamix.Media.Contracts.Assets;

namespace Streamix.Benchmarks.Viewers;

/// <summary>A file of a package.</summary>
internal sealed record Piece(string Path, long Bytes);

/// <summary>What a player fetches of a package: the beginning, then a piece of picture and one of sound after the other.</summary>
internal sealed class Reel
{
    private readonly Dictionary<string, Piece[]> _tracks;
    private readonly string[] _pictures;
    private readonly string _sound;

    private Reel(Dictionary<string, Piece[]> tracks, string[] pictures, string sound, double duration)
    {
        (_tracks, _pictures, _sound) = (tracks, pictures, sound);
        Seconds = duration / Segments;
    }

    public IReadOnlyList<string> Pictures => _pictures;

    /// <summary>Of the picture and of the sound alike.</summary>
    public int Segments => _tracks[_sound].Length - 1;

    /// <summary>Of a segment.</summary>
    public double Seconds { get; }

    /// <param name="folder">Where the package lies.</param>
    public static Reel Of(MediaPackage package, string folder)
    {
        string[] pictures = [.. package.Video.Select(rendition => $"video/{rendition.Name}")];
        var sound = $"audio/{package.Audio[0].Name}";
        return new(pictures.Append(sound).ToDictionary(track => track, track => Pieces(folder, track), StringComparer.Ordinal), pictures, sound, package.Duration);
    }

    public IEnumerable<Piece> Beginning(string picture) => [_tracks[picture][0], _tracks[_sound][0]];

    /// <param name="number">From 0; after the last one comes the first one again.</param>
    public IEnumerable<Piece> Next(string picture, int number) => ((string[])[picture, _sound]).Select(track => _tracks[track][1 + number % (_tracks[track].Length - 1)]);

    public override string ToString() => string.Join(", ", _pictures.Select(picture => $"{picture["video/".Length..]} {_tracks[picture].Skip(1).Average(piece => piece.Bytes) / 1000:n0} kB"));

    /// <summary>First what initialises the decoder.</summary>
    private static Piece[] Pieces(string folder, string track) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, track)).OrderBy(file => !file.EndsWith("init.mp4", StringComparison.Ordinal)).ThenBy(file => file, StringComparer.Ordinal)
            .Select(file => new Piece($"{track}/{Path.GetFileName(file)}", new FileInfo(file).Length)),
    ];
}
