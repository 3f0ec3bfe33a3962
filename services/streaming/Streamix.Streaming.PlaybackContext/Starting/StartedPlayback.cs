using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>A start that was admitted.</summary>
internal sealed record StartedPlayback(
    Guid Id, StartDraft Draft, Viewer Viewer, byte[] Asked, DateTimeOffset? PinEnteredAt, PlayableTitle Title, RightsV1.Decision Decision, bool IsRepeat)
{
    public PlayedPackage Package { get; } = new(
        Title.Package.Version, Title.Package.Prefix, Title.Package.Hls, Title.Package.HlsClearKey, Title.Package.Dash, Title.Package.Protection is not null,
        [.. Title.Package.Video.Select(v => v.Name)]);

    public Playback ToPlayback(
        CurrentRoutes routes, DateTimeOffset? licenceUntil, Explanation explanation, string[] renditions, string[] tiers, byte[] manifestKey, DateTimeOffset now, TimeSpan slotInterval) => new()
    {
        Id = Id,
        AccountId = Viewer.AccountId,
        ProfileId = Viewer.ProfileId,
        SessionId = Viewer.SessionId,
        TitleId = Title.TitleId,
        Kind = Title.Kind,
        AssetId = Title.AssetId,
        Duration = Title.Package.Duration,
        CreditsAt = Title.CreditsAt() ?? 0,
        Device = Draft.Device.ToDevice(),
        Package = Package,
        Renditions = renditions,
        Tiers = tiers,
        Country = Decision.Country,
        GoodUntil = Decision.GoodUntil?.ToDateTimeOffset(),
        PinEnteredAt = PinEnteredAt,
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
}
