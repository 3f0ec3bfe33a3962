using Streamix.Media.Drm.Policies;

namespace Streamix.Media.Drm.Playbacks;

/// <summary>What a playback token allows.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="ProfileId">Of that account.</param>
/// <param name="AssetId">The only asset whose keys it opens.</param>
/// <param name="Tiers">Of that asset.</param>
/// <param name="ExpiresAt">UTC, whole seconds.</param>
/// <param name="Offline">Licences may be kept until then.</param>
/// <param name="Output">How well the player's output is protected.</param>
internal sealed record Grant(
    Guid PlaybackId, Guid AccountId, Guid? ProfileId, Guid AssetId, IReadOnlyList<string> Tiers, DateTimeOffset ExpiresAt, bool Offline, OutputLevel Output);
