namespace Streamix.Media.Catalog.Assets;

/// <summary>Names of objects in the bucket of sources.</summary>
internal static class AssetKeys
{
    /// <summary>All that belongs to an asset begins like this.</summary>
    public static string Prefix(Guid assetId) => $"catalog/{assetId}/";

    public static string Source(Guid assetId) => Prefix(assetId) + "source";

    public static string Text(Guid assetId, Guid textId, string format) => $"{Prefix(assetId)}texts/{textId}.{format}";
}
