using Microsoft.Extensions.Options;
using SkiaSharp;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>Makes the sizes of a picture: decoded within bounds, upright, in sRGB, never larger than it was, without anything that is not a pixel.</summary>
internal sealed class Studio(IOptions<AssetOptions> options) : IDisposable
{
    private const int Quality = 84;
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _places = new(options.Value.PicturesAtOnce);
    private readonly SemaphoreSlim _benches = new(options.Value.DecodeAtOnce);

    /// <summary>A place for one picture, from before it is read until it is stored. Dispose it.</summary>
    /// <exception cref="ProblemException">503: all are taken.</exception>
    public IDisposable Enter() => _places.Wait(0)
        ? new Place(_places)
        : throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "Too many pictures are coming in. Try again shortly.") { RetryAfter = Later };

    /// <exception cref="ProblemException">415 for what is no picture; 422 for one that is damaged, of the wrong shape, too small or too large.</exception>
    public async Task<PictureSet> MakeAsync(ArtworkKind kind, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        PictureLimits.CheckFile(file.Span);
        await _benches.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(kind, file.Span), cancellationToken);
        }
        finally
        {
            _benches.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _benches.Dispose();
    }

    private static PictureSet Make(ArtworkKind kind, ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw PictureLimits.Refused("is damaged");
        PictureLimits.CheckSize(codec.Info);
        var upright = codec.EncodedOrigin.Size(codec.Info.Size);
        PictureLimits.CheckShape(kind, upright.Width, upright.Height);
        using var picture = Decode(codec);
        return new([.. kind.Widths.Where(w => w <= upright.Width).Select(w => Scaled(picture, codec.EncodedOrigin, w, Height(upright, w)))]);
    }

    private static int Height(SKSizeI size, int width) => Math.Max(1, (int)Math.Round((double)size.Height * width / size.Width));

    private static SKImage Decode(SKCodec codec)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        if (bitmap.IsNull || codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
            throw PictureLimits.Refused("is damaged or incomplete");
        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }

    private static PictureImage Scaled(SKImage picture, SKEncodedOrigin origin, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, picture.ColorSpace));
        var stored = origin.Size(new(width, height));
        surface.Canvas.SetMatrix(origin.Matrix(width, height));
        surface.Canvas.DrawImage(picture, SKRect.Create(stored.Width, stored.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var scaled = surface.Snapshot();
        using var encoded = scaled.Encode(SKEncodedImageFormat.Webp, Quality);
        return new(width, height, encoded.ToArray());
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
