using SkiaSharp;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;

namespace Streamix.Demo.Artwork;

/// <summary>Draws what hangs beside a title: poster, backdrop, logo and, for episodes, a still.</summary>
internal sealed class Painter(SceneFrames frames, string footage)
{
    private const string FootagePoster = "poster.jpg";
    private const float LogoLetters = 110;
    private const int LogoShadow = 4;

    public async Task<byte[]> DrawAsync(Showing showing, string kind, CancellationToken cancellationToken) => kind switch
    {
        "poster" => Poster(await PictureAsync(showing, 800, 1200, cancellationToken), showing),
        "backdrop" => Plain(await PictureAsync(showing, 1280, 720, cancellationToken), 1280, 720),
        "still" => Plain(await PictureAsync(showing, 640, 360, cancellationToken), 640, 360),
        "logo" => Logo(showing),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private Task<byte[]> PictureAsync(Showing showing, int width, int height, CancellationToken cancellationToken) => showing.Look is { Footage: not null }
        ? File.ReadAllBytesAsync(Path.Combine(footage, FootagePoster), cancellationToken)
        : frames.DrawAsync(showing.Look!, width, height, cancellationToken);

    private static byte[] Plain(byte[] picture, int width, int height) => Canvas.Jpeg(width, height, canvas => canvas.Fill(picture, width, height));

    private static byte[] Poster(byte[] picture, Showing showing) => Canvas.Jpeg(800, 1200, canvas =>
    {
        canvas.Fill(picture, 800, 1200);
        var (r, g, b) = Colouring.Parse(showing.Look!.Colours[0]);
        var dark = new SKColor((byte)(r / 2), (byte)(g / 2), (byte)(b / 2));
        using var shade = new SKPaint { Shader = SKShader.CreateLinearGradient(new(0, 560), new(0, 1200), [dark.WithAlpha(0), dark.WithAlpha(240)], SKShaderTileMode.Clamp) };
        canvas.DrawRect(0, 0, 800, 1200, shade);
        Lettering.Draw(canvas, showing.En.Title.ToUpperInvariant(), SKRect.Create(60, 760, 680, 360), 88, SKColors.White);
        using var line = new SKPaint { Color = Colour(showing.Look.Colours[2]), StrokeWidth = 8 };
        canvas.DrawLine(340, 1146, 460, 1146, line);
    });

    /// <summary>As wide as its words and no wider: pages set it flush with their text.</summary>
    private static byte[] Logo(Showing showing)
    {
        var text = showing.En.Title.ToUpperInvariant();
        var most = new SKSize(920, 280);
        var size = Lettering.Size(text, most, LogoLetters);
        var place = SKRect.Create(new SKPoint((size.Width - most.Width) / 2, size.Height - most.Height), most);
        return Canvas.Png(size.Width + LogoShadow, size.Height + LogoShadow, canvas => Lettering.Draw(canvas, text, place, LogoLetters, SKColors.White, shadow: true));
    }

    private static SKColor Colour(string hex) => Colouring.Parse(hex) is var (r, g, b) ? new((byte)r, (byte)g, (byte)b) : default;
}
