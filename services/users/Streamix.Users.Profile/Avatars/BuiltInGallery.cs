using System.Collections.Concurrent;
using System.Security.Cryptography;
using SkiaSharp;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Draws the built-in pictures when they are first asked for, and keeps them: some hundred small ones.</summary>
internal sealed class BuiltInGallery
{
    private readonly ConcurrentDictionary<(string Name, int Size), DrawnAvatar> _drawn = new();

    /// <summary>Null for a name or a size there is not.</summary>
    public DrawnAvatar? Find(string name, int size) =>
        BuiltInAvatars.Names.Contains(name) && AvatarKey.Sizes.Contains(size) ? _drawn.GetOrAdd((name, size), key => Draw(key.Name, key.Size)) : null;

    private static DrawnAvatar Draw(string name, int size)
    {
        var at = BuiltInAvatars.Names.IndexOf(name);
        var (motif, palette) = (Motif.All[at / Palette.All.Length], Palette.All[at % Palette.All.Length]);
        using var surface = SKSurface.Create(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Scale(size / 100f);
        DrawGround(surface.Canvas, palette);
        using var paint = new SKPaint { IsAntialias = true };
        motif.Draw(surface.Canvas, paint, palette);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Webp, 90);
        return new(encoded.ToArray());
    }

    private static void DrawGround(SKCanvas canvas, Palette palette)
    {
        using var shader = SKShader.CreateLinearGradient(new(0, 0), new(100, 100), [palette.Top, palette.Bottom], SKShaderTileMode.Clamp);
        using var ground = new SKPaint { Shader = shader, IsDither = true };
        canvas.DrawRect(0, 0, 100, 100, ground);
    }
}

/// <summary>A picture and the tag of its content.</summary>
internal sealed record DrawnAvatar(byte[] Bytes)
{
    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..AvatarKey.VersionLength];
}
