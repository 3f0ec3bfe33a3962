namespace Streamix.Users.Profile.Avatars;

/// <summary>Objects that are or may be in the store: written down before the first byte goes there, struck off when the last one is gone.</summary>
internal sealed class StoredAvatar
{
    public Guid ProfileId { get; private set; }

    public string Version { get; private set; } = "";

    public Guid AccountId { get; private set; }

    /// <summary>To be deleted from then on; null while somebody wears it. In the future during an upload.</summary>
    public DateTimeOffset? DoomedAt { get; private set; }
}
