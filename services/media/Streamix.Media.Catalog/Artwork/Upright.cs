using SkiaSharp;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>Turns pictures as EXIF says how they were taken (CIPA DC-008, Orientation).</summary>
internal static class Upright
{
    public static bool IsTurned(this SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>The size after turning.</summary>
    public static SKSizeI Size(this SKEncodedOrigin origin, SKSizeI size) => origin.IsTurned() ? new(size.Height, size.Width) : size;

    /// <summary>From the picture as stored to an upright one of the given size.</summary>
    public static SKMatrix Matrix(this SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
