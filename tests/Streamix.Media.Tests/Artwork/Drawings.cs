using System.Text;
using SkiaSharp;

namespace Streamix.Media.Tests.Artwork;

/// <summary>Pictures, good and bad.</summary>
internal static class Drawings
{
    public static readonly byte[] Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="960"><script>alert(1)</script></svg>"""u8.ToArray();

    /// <summary>Red left above, green right above, blue left below, white right below.</summary>
    public static byte[] Quarters(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint();
        foreach (var (x, y, color) in ((int, int, SKColor)[])[(0, 0, SKColors.Red), (1, 0, SKColors.Lime), (0, 1, SKColors.Blue), (1, 1, SKColors.White)])
        {
            paint.Color = color;
            surface.Canvas.DrawRect(SKRect.Create(x * width / 2f, y * height / 2f, width / 2f, height / 2f), paint);
        }
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A JPEG that was taken lying on its side, with a text in its EXIF.</summary>
    public static byte[] Turned(int width, int height, byte orientation, string text)
    {
        var ascii = Encoding.ASCII.GetBytes(text.PadRight(4, '\0') + '\0');
        List<byte> tiff = [.. "MM\0*\0\0\0\x08\0\x02"u8, .. "\x01\x12\0\x03\0\0\0\x01\0"u8, orientation, 0, 0,
            .. "\x01\x0e\0\x02\0\0\0"u8, (byte)ascii.Length, 0, 0, 0, 38, 0, 0, 0, 0, .. ascii];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        var jpeg = Quarters(width, height, SKEncodedImageFormat.Jpeg);
        return [.. jpeg[..2], 0xff, 0xe1, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];
    }
}
