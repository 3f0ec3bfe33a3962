namespace Streamix.Media.Drm.Keys;

/// <summary>An asset that is gone: no key is made for it any more, however late somebody asks.</summary>
internal sealed class RemovedAsset(Guid id, DateTimeOffset removedAt)
{
    public Guid Id { get; private set; } = id;

    public DateTimeOffset RemovedAt { get; private set; } = removedAt;
}
