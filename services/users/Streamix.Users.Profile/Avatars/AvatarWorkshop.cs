using Microsoft.Extensions.Options;
using SkiaSharp;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Makes squares of somebody's picture: decoded within bounds, upright, cut to the middle, in sRGB, without anything that is not a pixel.</summary>
internal sealed class AvatarWorkshop(IOptions<AvatarOptions> options) : IDisposable
{
    private const int Quality = 84;
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _places = new(options.Value.UploadsAtOnce);
    private readonly SemaphoreSlim _benches = new(options.Value.DecodeAtOnce);

    public TimeSpan UploadTime => options.Value.UploadTime;

    /// <summary>A place for one picture, from before it is read until it is stored. Dispose it.</summary>
    /// <exception cref="ProblemException">503: all are taken.</exception>
    public IDisposable Enter() => _places.Wait(0)
        ? new Place(_places)
        : throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "Too many pictures are coming in. Try again shortly.") { RetryAfter = Later };

    /// <exception cref="ProblemException">415 for what is no picture; 422 for one that is damaged, too small or too large.</exception>
    public async Task<AvatarSet> MakeAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        PictureLimits.CheckFile(file.Span);
        await _benches.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(file.Span), cancellationToken);
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

    private static AvatarSet Make(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw PictureLimits.Refused("is damaged");
        PictureLimits.CheckSize(codec.Info);
        using var picture = Decode(codec);
        return AvatarSet.Of(AvatarKey.Sizes.ToDictionary(size => size, size => Square(picture, codec.EncodedOrigin, size)));
    }

    private static SKImage Decode(SKCodec codec)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        var size = DecodedSize(codec);
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        if (bitmap.IsNull || codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
            throw PictureLimits.Refused("is damaged or incomplete");
        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }

    /// <summary>JPEG and WebP can be read smaller than they are.</summary>
    private static SKSizeI DecodedSize(SKCodec codec)
    {
        var (full, needed) = (codec.Info.Size, AvatarKey.Sizes[^1]);
        var shorter = Math.Min(full.Width, full.Height);
        var scaled = shorter > needed ? codec.GetScaledDimensions((float)needed / shorter) : full;
        while (Math.Min(scaled.Width, scaled.Height) < Math.Min(needed, shorter) && scaled != full)
            scaled = codec.GetScaledDimensions(Math.Min(1f, 1.25f * scaled.Width / full.Width));
        return scaled;
    }

    private static byte[] Square(SKImage picture, SKEncodedOrigin origin, int size)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var (left, top) = ((picture.Width - side) / 2f, (picture.Height - side) / 2f);
        using var surface = SKSurface.Create(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul, picture.ColorSpace));
        var sampling = side > size ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        surface.Canvas.SetMatrix(Orientation.Upright(origin, size));
        surface.Canvas.DrawImage(picture, SKRect.Create(left, top, side, side), SKRect.Create(size, size), sampling);
        using var square = surface.Snapshot();
        using var encoded = square.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded.ToArray();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
