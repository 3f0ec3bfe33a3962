using SkiaSharp;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Avatars;

/// <summary>What is decoded at all. Asked with the header read and no pixel allocated.</summary>
internal static class PictureLimits
{
    public const int Bytes = 5 * 1024 * 1024;
    public const int LeastSide = 16;
    public const int MostSide = 10_000;

    /// <summary>Some 100 MB as pixels.</summary>
    public const long MostPixels = 24_000_000;

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

    /// <exception cref="ProblemException">422.</exception>
    public static void CheckSize(SKImageInfo picture)
    {
        if (Math.Min(picture.Width, picture.Height) < LeastSide)
            throw Refused($"must be at least {LeastSide} pixels wide and high");
        if (Math.Max(picture.Width, picture.Height) > MostSide || (long)picture.Width * picture.Height > MostPixels)
            throw Refused($"must be at most {MostSide} pixels wide and high and have at most {MostPixels / 1_000_000} million pixels");
    }

    public static ProblemException Refused(string message) => new(StatusCodes.Status422UnprocessableEntity, "The picture is not acceptable.")
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["picture"] = [message] },
    };
}
