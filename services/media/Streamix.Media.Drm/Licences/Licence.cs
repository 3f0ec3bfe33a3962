namespace Streamix.Media.Drm.Licences;

/// <summary>An entry of the licence log: who asked for which keys and what came of it. Ids only, never a key.</summary>
internal sealed class Licence
{
    public const int LongestWord = 24;

    public Guid Id { get; init; }

    public Guid PlaybackId { get; init; }

    /// <summary>Null after the account was erased.</summary>
    public Guid? AccountId { get; init; }

    public Guid? ProfileId { get; init; }

    public Guid AssetId { get; init; }

    /// <summary>As asked for.</summary>
    public Guid[] KeyIds { get; init; } = [];

    /// <summary>Whose keys were given.</summary>
    public string[] Tiers { get; init; } = [];

    /// <summary><c>temporary</c>, <c>persistent-license</c>, or <c>hls-key</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Null when it was given.</summary>
    public string? Refusal { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When what was given ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
