using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>A start that was admitted.</summary>
/// <param name="Earlier">What it repeats: that goes on with the package that it began with, though there be a newer one by now.</param>
internal sealed record StartedPlayback(
    Guid Id, StartDraft Draft, Viewer Viewer, byte[] Asked, PlayableTitle Title, RightsV1.Decision Decision, Playback? Earlier)
{
    public Guid AssetId => Earlier?.AssetId ?? Title.AssetId;

    public double Duration => Earlier?.Duration ?? Title.Package.Duration;

    public PlayedPackage Package => Earlier?.Package ?? Played(Title.Package);

    public DateTimeOffset? GoodUntil => Decision.GoodUntil?.ToDateTimeOffset();

    public string[] Renditions(IReadOnlyList<ExplainedRung> rungs) => Earlier?.Renditions ?? Rungs.Offered(rungs);

    public string[] Tiers(IReadOnlyList<ExplainedRung> rungs) => Earlier?.Tiers ?? Rungs.Tiers(rungs);

    public Playback ToPlayback(
        CurrentRoutes routes, DateTimeOffset? licenceUntil, Explanation explanation, string[] renditions, string[] tiers, byte[] manifestKey, DateTimeOffset now, TimeSpan slotInterval) => new()
    {
        Id = Id,
        AccountId = Viewer.AccountId,
        ProfileId = Viewer.ProfileId,
        SessionId = Viewer.SessionId,
        TitleId = Title.TitleId,
        Kind = Title.Kind,
        AssetId = AssetId,
        Duration = Duration,
        CreditsAt = Title.CreditsAt() ?? 0,
        Device = Draft.Device.ToDevice(),
        Package = Package,
        Renditions = renditions,
        Tiers = tiers,
        Country = Decision.Country,
        GoodUntil = GoodUntil,
        Routes = routes,
        LicenceUntil = licenceUntil,
        Explanation = explanation,
        ManifestKey = manifestKey,
        Asked = Asked,
        StartedAt = now,
        LastHeartbeatAt = now,
        SlotRenewedAt = now,
        SlotDueAt = now + slotInterval,
    };

    private static PlayedPackage Played(MediaPackage package) => new(
        package.Version, package.Prefix, package.Hls, package.HlsClearKey, package.Dash, package.Protection is not null, [.. package.Video.Select(v => v.Name)]);
}
