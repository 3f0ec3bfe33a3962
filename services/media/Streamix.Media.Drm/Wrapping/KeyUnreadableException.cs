namespace Streamix.Media.Drm.Wrapping;

/// <summary>A kept key does not open. Operators have to look; callers only learn that it is not to be had now.</summary>
internal sealed class KeyUnreadableException(Guid keyId, string reason) : Exception($"Content key {keyId} cannot be opened: {reason}.");
