using SkiaSharp;

namespace Streamix.Demo.Artwork;

/// <summary>A sheet to draw on, and the file it becomes.</summary>
internal static class Canvas
{
    public static byte[] Jpeg(int width, int height, Action<SKCanvas> draw) => Make(width, height, draw, SKEncodedImageFormat.Jpeg, 90);

    public static byte[] Png(int width, int height, Action<SKCanvas> draw) => Make(width, height, draw, SKEncodedImageFormat.Png, 100);

    /// <summary>The picture over the whole sheet, cut where it is too long.</summary>
    public static void Fill(this SKCanvas canvas, byte[] picture, int width, int height)
    {
        using var image = SKImage.FromEncodedData(picture) ?? throw new DemoException("A picture cannot be read.");
        var scale = Math.Max((float)width / image.Width, (float)height / image.Height);
        var (w, h) = (image.Width * scale, image.Height * scale);
        canvas.DrawImage(image, SKRect.Create((width - w) / 2, (height - h) / 2, w, h), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    private static byte[] Make(int width, int height, Action<SKCanvas> draw, SKEncodedImageFormat format, int quality)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, quality);
        return data.ToArray();
    }
}
