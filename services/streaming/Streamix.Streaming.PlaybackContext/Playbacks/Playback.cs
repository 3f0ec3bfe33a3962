namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Somebody plays a title on a device: what was decided at its start, and how it goes. It begins playing and ends once.</summary>
internal sealed class Playback
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public Guid ProfileId { get; init; }

    public string SessionId { get; init; } = "";

    public Guid TitleId { get; init; }

    /// <summary>Of the title; trailers leave no trace in the history.</summary>
    public string Kind { get; init; } = "";

    public Guid AssetId { get; init; }

    /// <summary>Of the title, in seconds.</summary>
    public double Duration { get; init; }

    /// <summary>Where the credits begin; 0 when nobody knows.</summary>
    public double CreditsAt { get; init; }

    public PlayingDevice Device { get; init; } = new("", "", "", "");

    public PlayedPackage Package { get; init; } = new("", "", "", null, "", false, []);

    /// <summary>Names of the renditions that may be fetched, from the lowest to the highest.</summary>
    public string[] Renditions { get; init; } = [];

    /// <summary>Key tiers of the licence.</summary>
    public string[] Tiers { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; empty when nobody knows.</summary>
    public string Country { get; init; } = "";

    /// <summary>The decision does not hold longer.</summary>
    public DateTimeOffset? GoodUntil { get; init; }

    /// <summary>Where the bytes come from at present.</summary>
    public CurrentRoutes Routes { get; init; } = CurrentRoutes.None;

    /// <summary>Until when licences may be fetched; null for what is not encrypted.</summary>
    public DateTimeOffset? LicenceUntil { get; init; }

    /// <summary>Why it plays as it does.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>SHA-256 of the key in the addresses of its manifests.</summary>
    public byte[] ManifestKey { get; init; } = [];

    /// <summary>That of the answer before, when a start was repeated.</summary>
    public byte[]? EarlierManifestKey { get; init; }

    /// <summary>SHA-256 of what was asked for, for repeats.</summary>
    public byte[] Asked { get; init; } = [];

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastHeartbeatAt { get; init; }

    /// <summary>Of the latest heartbeat.</summary>
    public long Sequence { get; init; }

    /// <summary>Time in which the picture moved.</summary>
    public double PlayedSeconds { get; init; }

    public DateTimeOffset SlotRenewedAt { get; init; }

    public DateTimeOffset SlotDueAt { get; init; }

    public PlaybackState State { get; init; }

    /// <summary>See <see cref="Contracts.Playbacks.PlaybackEnds"/>.</summary>
    public string? EndReason { get; init; }

    /// <summary>Of the refusal that ended it.</summary>
    public string? EndCode { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When others are told of the end, or told again.</summary>
    public DateTimeOffset? CloseAt { get; init; }

    public int CloseFailures { get; init; }

    /// <summary>Slot, addresses and licences are given back.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>How far a playback is.</summary>
internal enum PlaybackState
{
    Playing,
    Ended,
}

/// <summary>On what it plays.</summary>
/// <param name="Id">Stable on the device, made by the client.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Security"><c>software</c> or <c>hardware</c>.</param>
/// <param name="OutputProtection"><c>none</c>, <c>hdcp-1</c> or <c>hdcp-2.2</c>.</param>
internal sealed record PlayingDevice(string Id, string Name, string Security, string OutputProtection);

/// <summary>The package that plays: it does not change while it does.</summary>
/// <param name="Version">Of the package.</param>
/// <param name="Prefix">Below the bucket of renditions.</param>
/// <param name="Hls">Below the prefix.</param>
/// <param name="HlsClearKey">Below the prefix; null for what is not encrypted.</param>
/// <param name="Dash">Below the prefix.</param>
/// <param name="Protected">It is encrypted.</param>
/// <param name="All">Names of all its renditions.</param>
internal sealed record PlayedPackage(string Version, string Prefix, string Hls, string? HlsClearKey, string Dash, bool Protected, IReadOnlyList<string> All);

/// <summary>Edges with signed addresses, the best first.</summary>
/// <param name="Edges">At least one.</param>
/// <param name="SteeringHls">Empty without steering.</param>
/// <param name="SteeringDash">Empty without steering.</param>
/// <param name="ExpiresAt">UTC; of the first that ends.</param>
internal sealed record CurrentRoutes(IReadOnlyList<EdgeRoute> Edges, string SteeringHls, string SteeringDash, DateTimeOffset ExpiresAt)
{
    public static readonly CurrentRoutes None = new([], "", "", DateTimeOffset.UnixEpoch);
}

/// <summary>An edge.</summary>
/// <param name="Edge">Its name: pathway id and service location.</param>
/// <param name="Base">Up to the package and with the token; ends in a slash.</param>
/// <param name="Token">The part of the base that a renewal replaces.</param>
/// <param name="Query">Of each address below the base, for edges of others; empty for our own.</param>
internal sealed record EdgeRoute(string Edge, string Base, string Token, string Query = "")
{
    /// <summary>Of a file of the package.</summary>
    public string AddressOf(string file) => Query.Length == 0 ? Base + file : $"{Base}{file}?{Query}";
}
