namespace Streamix.Media.Drm.Speke;

/// <summary>The key server gave no keys, or something else than was asked for. Says nothing of what it answered.</summary>
internal sealed class KeyServerException(string reason, Exception? inner = null) : Exception($"The key server {reason}.", inner);
