namespace Streamix.Media.Drm.Playbacks;

/// <summary>A playback that was authorised. Without its row no token of it holds.</summary>
internal sealed class Playback
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public Guid? ProfileId { get; init; }

    public Guid AssetId { get; init; }

    public DateTimeOffset AuthorisedAt { get; init; }

    /// <summary>The end of its latest token.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Fetched so far, keys for players without EME included.</summary>
    public int Licences { get; init; }
}

/// <summary>A playback that gets nothing any more. It may come before the playback itself.</summary>
internal sealed class WithdrawnPlayback
{
    public Guid Id { get; init; }

    public DateTimeOffset WithdrawnAt { get; init; }
}
