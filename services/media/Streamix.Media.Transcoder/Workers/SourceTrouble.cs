namespace Streamix.Media.Transcoder.Workers;

/// <summary>The catalog has no such asset any more.</summary>
internal sealed class AssetGoneException(Guid assetId) : Exception($"Asset {assetId} is gone.");

/// <summary>The source is not the one that was announced or planned for.</summary>
internal sealed class SourceChangedException(string how) : Exception($"The source is not what it was: {how}.");
