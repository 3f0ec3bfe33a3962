using SkiaSharp;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Turns a square of the given side upright, as EXIF says how it was taken (CIPA DC-008, Orientation).</summary>
internal static class Orientation
{
    public static SKMatrix Upright(SKEncodedOrigin origin, float side) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, side, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, side, 0, -1, side, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, side, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, side, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, side, -1, 0, side, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, side, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
