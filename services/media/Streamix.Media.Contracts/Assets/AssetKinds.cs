namespace Streamix.Media.Contracts.Assets;

/// <summary>What an asset is for its title.</summary>
public static class AssetKinds
{
    /// <summary>The movie or episode itself.</summary>
    public const string Feature = "feature";

    /// <summary>A trailer.</summary>
    public const string Trailer = "trailer";
}
