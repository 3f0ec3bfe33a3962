namespace Streamix.Platform.Tests.Streaming;

/// <summary>The answer to a start, as far as the tests look at it.</summary>
internal sealed record Started(
    Guid PlaybackId, double Duration, Manifests Manifests, IReadOnlyList<EdgeAddress> Edges, Renewal Renewal, LicenceTerms? Licence, Quality Quality, ResumePoint? Resume,
    IReadOnlyList<MissingPart> Missing);

internal sealed record Manifests(string Hls, string? HlsClearKey, string Dash);

/// <param name="Base">Ends in a slash.</param>
/// <param name="Token">As it stands in the base.</param>
internal sealed record EdgeAddress(string Name, string Base, string Token);

internal sealed record Renewal(DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);

internal sealed record LicenceTerms(string ClearKey, string Header, string Token);

internal sealed record Quality(int MostLines, IReadOnlyList<string> Renditions);

internal sealed record ResumePoint(double Position, bool Completed);

internal sealed record MissingPart(string Part, string Reason);

/// <summary>The answer to a renewal.</summary>
internal sealed record Renewed(IReadOnlyList<EdgeAddress> Edges, Renewal Renewal);

/// <summary>The answer to a heartbeat.</summary>
internal sealed record HeartbeatReply(double Next, string State, string? Reason, string? Code, bool Kept);

/// <summary>Where a player was, and when.</summary>
internal sealed record PlayedPosition(double Position, DateTimeOffset PlayedAt);
