using System.Globalization;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>Names of pictures, in the store and for browsers.</summary>
internal static class ArtworkKeys
{
    public const string Route = "/catalog/artwork";

    /// <summary>All sizes begin like this.</summary>
    public static string Prefix(Guid id) => $"catalog/{id}/";

    public static string Object(Guid id, int width) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(id)}{width}.webp");

    /// <summary>Below the public API.</summary>
    public static string Address(Guid id, int width) => string.Create(CultureInfo.InvariantCulture, $"{Route}/{id}/{width}");
}
