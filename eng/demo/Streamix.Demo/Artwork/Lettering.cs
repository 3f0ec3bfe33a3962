using SkiaSharp;
using Streamix.Demo.Films;

namespace Streamix.Demo.Artwork;

/// <summary>Writes words into a rectangle: as large as they fit, over as many lines as it takes, at its bottom and in its middle.</summary>
internal static class Lettering
{
    private static readonly Lazy<SKTypeface?> Face = new(() => Fonts.Bold is { } file ? SKTypeface.FromFile(file) : null);

    private const float Leading = 1.15f;

    public static void Draw(SKCanvas canvas, string text, SKRect place, float largest, SKColor colour, bool shadow = false)
    {
        if (Face.Value is not { } face) return;
        using var font = new SKFont(face, largest);
        var lines = Fit(text, font, place.Size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var under = new SKPaint { Color = SKColors.Black.WithAlpha(150), IsAntialias = true };
        for (var i = 0; i < lines.Count; i++)
        {
            var y = place.Bottom - (lines.Count - 1 - i) * font.Size * Leading - font.Size * 0.2f;
            if (shadow) canvas.DrawText(lines[i], place.MidX + 3, y + 3, SKTextAlign.Center, font, under);
            canvas.DrawText(lines[i], place.MidX, y, SKTextAlign.Center, font, paint);
        }
    }

    /// <summary>What the words take of so much place, in whole pixels; all of it without a font.</summary>
    public static SKSizeI Size(string text, SKSize place, float largest)
    {
        if (Face.Value is not { } face) return new((int)place.Width, (int)place.Height);
        using var font = new SKFont(face, largest);
        var lines = Fit(text, font, place);
        return new((int)Math.Ceiling(lines.Max(line => font.MeasureText(line))), (int)Math.Ceiling(lines.Count * font.Size * Leading));
    }

    private static List<string> Fit(string text, SKFont font, SKSize place)
    {
        var lines = Lines(text, font, place.Width);
        while (font.Size > 20 && (lines.Count * font.Size * Leading > place.Height || lines.Any(line => font.MeasureText(line) > place.Width)))
        {
            font.Size -= 4;
            lines = Lines(text, font, place.Width);
        }
        return lines;
    }

    private static List<string> Lines(string text, SKFont font, float width)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width) lines[^1] += $" {word}";
            else lines.Add(word);
        }
        return lines;
    }
}
