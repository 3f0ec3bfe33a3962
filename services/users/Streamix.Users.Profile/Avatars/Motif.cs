using System.Collections.Immutable;
using SkiaSharp;

namespace Streamix.Users.Profile.Avatars;

/// <summary>A drawing on a square of 100 by 100.</summary>
internal sealed record Motif(string Name, Action<SKCanvas, SKPaint, Palette> Draw)
{
    public static ImmutableArray<Motif> All { get; } =
    [
        new("petals", Petals), new("rings", Rings), new("hills", Hills), new("waves", Waves), new("face", Face), new("facets", Facets),
    ];

    private static void Petals(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        for (var i = 0; i < 8; i++)
        {
            canvas.Save();
            canvas.RotateDegrees(i * 45, 50, 50);
            canvas.DrawOval(50, 27, 9, 20, Filled(paint, i % 2 == 0 ? palette.Main : palette.Light));
            canvas.Restore();
        }
        canvas.DrawCircle(50, 50, 12, Filled(paint, palette.Bottom));
    }

    private static void Rings(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        foreach (var (radius, color) in new[] { (40f, palette.Main), (31f, palette.Top), (22f, palette.Light), (12f, palette.Bottom) })
            canvas.DrawCircle(50, 54 - radius / 10, radius, Filled(paint, color));
    }

    private static void Hills(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        canvas.DrawCircle(66, 32, 13, Filled(paint, palette.Light));
        canvas.DrawOval(25, 102, 55, 42, Filled(paint, palette.Main.WithAlpha(0xb0)));
        canvas.DrawOval(84, 108, 60, 40, Filled(paint, palette.Main));
    }

    private static void Waves(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        foreach (var (level, color) in new[] { (36f, palette.Light.WithAlpha(0x70)), (54f, palette.Main.WithAlpha(0xb0)), (72f, palette.Light) })
        {
            using var path = new SKPath();
            path.MoveTo(0, level);
            path.CubicTo(20, level - 16, 30, level - 16, 50, level);
            path.CubicTo(70, level + 16, 80, level + 16, 100, level);
            path.LineTo(100, 100);
            path.LineTo(0, 100);
            canvas.DrawPath(path, Filled(paint, color));
        }
    }

    private static void Face(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        canvas.DrawCircle(26, 26, 11, Filled(paint, palette.Main));
        canvas.DrawCircle(74, 26, 11, Filled(paint, palette.Main));
        canvas.DrawCircle(50, 54, 34, Filled(paint, palette.Main));
        canvas.DrawOval(50, 66, 18, 14, Filled(paint, palette.Light));
        canvas.DrawCircle(38, 48, 4.5f, Filled(paint, palette.Bottom));
        canvas.DrawCircle(62, 48, 4.5f, Filled(paint, palette.Bottom));
        canvas.DrawOval(50, 61, 5, 3.5f, Filled(paint, palette.Bottom));
    }

    private static void Facets(SKCanvas canvas, SKPaint paint, Palette palette)
    {
        for (var i = 0; i < 6; i++)
        {
            using var path = new SKPath();
            path.MoveTo(50, 50);
            foreach (var corner in (int[])[i, i + 1])
                path.LineTo(50 + 38 * MathF.Sin(corner * MathF.PI / 3), 50 - 38 * MathF.Cos(corner * MathF.PI / 3));
            path.Close();
            canvas.DrawPath(path, Filled(paint, (i % 3) switch { 0 => palette.Light, 1 => palette.Main, _ => palette.Main.WithAlpha(0x90) }));
        }
    }

    private static SKPaint Filled(SKPaint paint, SKColor color)
    {
        paint.Color = color;
        return paint;
    }
}
