namespace Streamix.Media.Catalog.Assets;

internal enum AssetState
{
    /// <summary>Its file is on the way.</summary>
    Uploading,

    /// <summary>Its file is whole; nobody has begun with it.</summary>
    Uploaded,

    /// <summary>Its renditions are being made.</summary>
    Transcoding,

    /// <summary>It can play.</summary>
    Ready,

    /// <summary>Its file is not fit to be a title.</summary>
    Rejected,

    /// <summary>Nothing came of it, without fault of the file; it may be tried again.</summary>
    Failed,

    /// <summary>Its files are gone.</summary>
    Removed,
}
