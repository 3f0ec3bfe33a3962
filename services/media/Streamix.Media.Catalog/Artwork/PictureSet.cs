namespace Streamix.Media.Catalog.Artwork;

/// <summary>A picture in its sizes, from small to large.</summary>
internal sealed record PictureSet(IReadOnlyList<PictureImage> Images)
{
    public const string ContentType = "image/webp";
}

/// <summary>One size of a picture, as WebP.</summary>
internal sealed record PictureImage(int Width, int Height, byte[] Content);
