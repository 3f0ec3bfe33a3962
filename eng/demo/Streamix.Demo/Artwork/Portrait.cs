using SkiaSharp;

namespace Streamix.Demo.Artwork;

/// <summary>A drawn head and shoulders; its colours and shapes follow from the name, the same each time.</summary>
internal static class Portrait
{
    private static readonly string[] Grounds = ["#264653", "#6d597a", "#2a6f97", "#7f5539", "#386641", "#9d4edd", "#bc4749", "#457b9d"];
    private static readonly string[] Skins = ["#f1c7a3", "#d9a078", "#b97b56", "#8d5a3b", "#6b4028", "#e8b48c"];
    private static readonly string[] Hairs = ["#1b1b1e", "#3d2b1f", "#6f4e37", "#a47148", "#8a8d91", "#5b2a1d"];
    private static readonly string[] Clothes = ["#e9c46a", "#e76f51", "#f4f1de", "#81b29a", "#3d405b", "#d4a373", "#a3b18a"];

    public static byte[] Draw(string name)
    {
        var seed = name.Aggregate(17u, (hash, letter) => hash * 31 + letter);
        return Canvas.Jpeg(640, 800, canvas =>
        {
            var ground = SKColor.Parse(Of(Grounds, seed));
            using var back = new SKPaint { Shader = SKShader.CreateRadialGradient(new(320, 320), 620, [Lighter(ground), ground], SKShaderTileMode.Clamp) };
            canvas.DrawRect(0, 0, 640, 800, back);
            using var hair = Fill(Of(Hairs, seed / 7));
            using var skin = Fill(Of(Skins, seed / 11));
            using var cloth = Fill(Of(Clothes, seed / 13));
            var longHair = seed / 3 % 2 == 0;
            if (longHair) canvas.DrawRoundRect(SKRect.Create(170, 190, 300, 430), 150, 150, hair);
            canvas.DrawRoundRect(SKRect.Create(90, 600, 460, 320), 170, 170, cloth);
            canvas.DrawRoundRect(SKRect.Create(268, 480, 104, 170), 50, 50, skin);
            canvas.DrawOval(SKRect.Create(205, 220, 230, 310), skin);
            Fringe(canvas, hair, seed);
            Face(canvas, seed);
            if (!longHair && seed / 5 % 3 == 0) Beard(canvas, hair);
        });
    }

    private static void Fringe(SKCanvas canvas, SKPaint hair, uint seed)
    {
        using var path = new SKPath();
        var part = 250 + seed / 17 % 140;
        path.MoveTo(196, 380);
        path.CubicTo(180, 180, 460, 160, 444, 380);
        path.CubicTo(430, 300, part + 60, 290, part, 268);
        path.CubicTo(part - 60, 300, 214, 300, 196, 380);
        canvas.DrawPath(path, hair);
    }

    private static void Face(SKCanvas canvas, uint seed)
    {
        using var ink = Fill("#2b2320");
        using var line = new SKPaint { Color = SKColor.Parse("#2b2320").WithAlpha(190), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 7, StrokeCap = SKStrokeCap.Round };
        foreach (var x in (int[])[275, 365])
        {
            canvas.DrawOval(x, 385, 11, 13, ink);
            canvas.DrawLine(x - 24, 352 + seed % 8, x + 24, 350, line);
            if (seed / 19 % 3 == 0) canvas.DrawCircle(x, 385, 36, line);
        }
        using var mouth = new SKPath();
        mouth.MoveTo(285, 462);
        mouth.QuadTo(320, 476 + seed / 23 % 22, 355, 462);
        canvas.DrawPath(mouth, line);
        using var nose = new SKPath();
        nose.MoveTo(320, 396);
        nose.QuadTo(334, 430, 314, 432);
        canvas.DrawPath(nose, line);
    }

    private static void Beard(SKCanvas canvas, SKPaint hair)
    {
        using var path = new SKPath();
        path.MoveTo(208, 410);
        path.CubicTo(210, 580, 430, 580, 432, 410);
        path.CubicTo(410, 500, 380, 440, 320, 446);
        path.CubicTo(260, 440, 230, 500, 208, 410);
        canvas.DrawPath(path, hair);
    }

    private static SKPaint Fill(string colour) => new() { Color = SKColor.Parse(colour), IsAntialias = true };

    private static string Of(string[] colours, uint seed) => colours[seed % (uint)colours.Length];

    private static SKColor Lighter(SKColor c) => new((byte)Math.Min(255, c.Red + 60), (byte)Math.Min(255, c.Green + 60), (byte)Math.Min(255, c.Blue + 60));
}
