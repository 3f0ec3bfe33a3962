using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>All that a player needs to play.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="TitleId">What plays.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Manifests">Where to begin.</param>
/// <param name="Edges">Where the bytes come from, the best first.</param>
/// <param name="Renewal">When to renew the addresses.</param>
/// <param name="Licence">For what is encrypted.</param>
/// <param name="Heartbeat">How to tell how it goes.</param>
/// <param name="Quality">What the decision leaves.</param>
/// <param name="Audio">All tracks.</param>
/// <param name="Texts">All tracks.</param>
/// <param name="Choice">The tracks that fit the profile's preferences.</param>
/// <param name="Resume">Where to go on; null when that part is missing.</param>
/// <param name="Thumbnails">A WebVTT map of scrub sprites; null without one.</param>
/// <param name="Poster">A frame.</param>
/// <param name="Markers">Intro, credits, chapters.</param>
/// <param name="Next">The next episode.</param>
/// <param name="GoodUntil">UTC; the playback ends then at the latest.</param>
/// <param name="Missing">What was left out, and why.</param>
/// <param name="Explanation">When it was asked for.</param>
internal sealed record PlaybackAnswer(
    Guid PlaybackId,
    Guid TitleId,
    double Duration,
    ManifestView Manifests,
    IReadOnlyList<EdgeView> Edges,
    RenewalTimes Renewal,
    LicenceView? Licence,
    HeartbeatTimes Heartbeat,
    QualityView Quality,
    IReadOnlyList<AudioTrack> Audio,
    IReadOnlyList<TextTrack> Texts,
    TrackChoice Choice,
    ResumeView? Resume,
    string? Thumbnails,
    string Poster,
    IReadOnlyList<Marker> Markers,
    NextEpisode? Next,
    DateTimeOffset? GoodUntil,
    IReadOnlyList<MissingPart> Missing,
    Explanation? Explanation);

/// <summary>Manifests of this playback alone.</summary>
/// <param name="Hls">The multivariant playlist, keys by <c>KEYFORMAT="identity"</c>.</param>
/// <param name="HlsClearKey">The same with <c>KEYFORMAT="org.w3.clearkey"</c>; null for what is not encrypted.</param>
/// <param name="Dash">The MPD.</param>
internal sealed record ManifestView(string Hls, string? HlsClearKey, string Dash);

/// <summary>An edge: players replace the old token by the new one in every address.</summary>
/// <param name="Name">Pathway id and service location.</param>
/// <param name="Base">Ends in a slash; names within the package are appended.</param>
/// <param name="Token">As it stands in the base; empty where the address is signed otherwise.</param>
/// <param name="Query">To be appended to each address below the base, after a question mark; empty at edges of our own.</param>
internal sealed record EdgeView(string Name, string Base, string Token, string Query)
{
    public static IReadOnlyList<EdgeView> Of(CurrentRoutes routes) => [.. routes.Edges.Select(e => new EdgeView(e.Edge, e.Base, e.Token, e.Query))];
}

/// <summary>When.</summary>
/// <param name="RenewAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
internal sealed record RenewalTimes(DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);

/// <summary>How to fetch licences.</summary>
/// <param name="ClearKey">The Clear Key licence server (W3C EME).</param>
/// <param name="Keys">Single keys as 16 bytes: the key id in hexadecimal digits is appended.</param>
/// <param name="Header">The name of the header for the token.</param>
/// <param name="Token">Of this playback.</param>
/// <param name="ExpiresAt">UTC.</param>
internal sealed record LicenceView(string ClearKey, string Keys, string Header, string Token, DateTimeOffset ExpiresAt);

/// <summary>How to tell how it goes.</summary>
/// <param name="IntervalSeconds">From one heartbeat to the next.</param>
/// <param name="SilentAfterSeconds">Without one for so long the playback is over.</param>
internal sealed record HeartbeatTimes(double IntervalSeconds, double SilentAfterSeconds);

/// <summary>What the decision leaves of the package.</summary>
/// <param name="MostLines">Of the smaller side of a frame.</param>
/// <param name="Renditions">Names, from the lowest to the highest.</param>
internal sealed record QualityView(int MostLines, IReadOnlyList<string> Renditions);

/// <summary>Where to go on.</summary>
/// <param name="Position">Seconds; 0 for the beginning.</param>
/// <param name="Completed">It was watched to its end before.</param>
/// <param name="PlayedAt">UTC; null when it was never played.</param>
internal sealed record ResumeView(double Position, bool Completed, DateTimeOffset? PlayedAt);

/// <summary>Tracks by their names in the package.</summary>
/// <param name="Audio">Null for silent ones.</param>
/// <param name="Text">Null for none.</param>
/// <param name="AutoplayNext">Go on with the next episode.</param>
/// <param name="SkipIntros">Without asking.</param>
internal sealed record TrackChoice(string? Audio, string? Text, bool AutoplayNext, bool SkipIntros);

/// <summary>A part that was left out.</summary>
/// <param name="Part"><c>resume</c> or <c>preferences</c>.</param>
/// <param name="Reason"><c>late</c> or <c>unavailable</c>.</param>
internal sealed record MissingPart(string Part, string Reason);

/// <summary>Renewed addresses.</summary>
/// <param name="Edges">The best first.</param>
/// <param name="Renewal">When to come again.</param>
/// <param name="Licence">A new token; null while the old one is good for long.</param>
internal sealed record RenewalAnswer(IReadOnlyList<EdgeView> Edges, RenewalTimes Renewal, LicenceView? Licence);

/// <summary>A playback of the account.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="TitleId">What plays.</param>
/// <param name="ProfileId">Who watches.</param>
/// <param name="DeviceId">On what.</param>
/// <param name="DeviceName">As people call it.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="LastHeartbeatAt">UTC.</param>
/// <param name="State"><c>playing</c> or <c>ended</c>.</param>
/// <param name="EndReason">When it is over.</param>
/// <param name="EndCode">Of the refusal that ended it.</param>
/// <param name="Mine">It plays in the session that asks.</param>
/// <param name="Explanation">When it was asked for.</param>
internal sealed record PlaybackView(
    Guid PlaybackId, Guid TitleId, Guid ProfileId, string DeviceId, string DeviceName, DateTimeOffset StartedAt, DateTimeOffset LastHeartbeatAt, string State, string? EndReason, string? EndCode,
    bool Mine, Explanation? Explanation)
{
    public static PlaybackView Of(Playback p, string? session, Explanation? explanation = null) => new(
        p.Id, p.TitleId, p.ProfileId, p.Device.Id, p.Device.Name, p.StartedAt, p.LastHeartbeatAt, p.State == PlaybackState.Playing ? "playing" : "ended", p.EndReason, p.EndCode,
        p.SessionId == session, explanation);
}
