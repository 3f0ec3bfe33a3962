using SkiaSharp;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>What is decoded at all. Asked with the header read and no pixel allocated.</summary>
internal static class PictureLimits
{
    public const int Bytes = 20 * 1024 * 1024;
    private const int MostSide = 12_000;

    /// <summary>A picture of an 8K screen; some 160 MB as pixels.</summary>
    private const long MostPixels = 40_000_000;

    /// <summary>A progressive JPEG is decoded scan by scan, each over the whole picture.</summary>
    private const int MostScans = 100;

    /// <exception cref="ProblemException">415, 422.</exception>
    public static void CheckFile(ReadOnlySpan<byte> file)
    {
        if (!ImageKind.IsPicture(file))
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Send a JPEG, PNG, WebP or GIF picture.");
        if (ImageKind.IsJpeg(file) && file.Count((ReadOnlySpan<byte>)[0xff, 0xda]) > MostScans)
            throw Refused("is too costly to decode");
    }

    /// <summary>As the file says, before it is turned upright.</summary>
    /// <exception cref="ProblemException">422.</exception>
    public static void CheckSize(SKImageInfo picture)
    {
        if (Math.Max(picture.Width, picture.Height) > MostSide || (long)picture.Width * picture.Height > MostPixels)
            throw Refused($"must be at most {MostSide} pixels wide and high and have at most {MostPixels / 1_000_000} million pixels");
    }

    /// <exception cref="ProblemException">422.</exception>
    public static void CheckShape(ArtworkKind kind, int width, int height)
    {
        if (width < kind.Least)
            throw Refused($"must be at least {kind.Least} pixels wide for a {kind.Name}; it is {width}");
        if (!kind.Fits(width, height))
            throw Refused($"must be {kind.Narrowest} to {kind.Widest} times as wide as high for a {kind.Name}; it is {width} by {height}");
    }

    public static ProblemException Refused(string message) => new(StatusCodes.Status422UnprocessableEntity, "The picture is not acceptable.")
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["picture"] = [message] },
    };
}
