using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Renewing;

/// <summary>Lets a playback fetch licences.</summary>
internal sealed class LicenceDesk(KeysV1.Keys.KeysClient keys, StartParts parts, PlaybackAddresses addresses, IOptions<PlaybackOptions> options, TimeProvider time)
{
    /// <summary>Never beyond the decision.</summary>
    public async Task<LicenceView> AuthoriseAsync(LicenceWish wish, CancellationToken cancellationToken)
    {
        var usual = time.GetUtcNow() + options.Value.LicenceLifetime;
        var request = new KeysV1.AuthoriseRequest
        {
            PlaybackId = wish.PlaybackId.ToString(),
            AccountId = wish.AccountId.ToString(),
            ProfileId = wish.ProfileId.ToString(),
            AssetId = wish.AssetId.ToString(),
            ExpiresAt = (wish.GoodUntil < usual ? wish.GoodUntil.Value : usual).ToTimestamp(),
            OutputProtection = wish.OutputProtection,
            Tiers = { wish.Tiers },
        };
        var answer = await parts.NeedAsync("media-drm", token => keys.AuthoriseAsync(request, cancellationToken: token).ResponseAsync, cancellationToken);
        return new(addresses.ClearKey, addresses.Keys, PlaybackAddresses.Header, answer.Token, answer.ExpiresAt.ToDateTimeOffset());
    }

    /// <summary>Half of its time is over.</summary>
    public bool IsDue(DateTimeOffset until) => until - time.GetUtcNow() < options.Value.LicenceLifetime / 2;
}

/// <summary>Who may fetch which keys.</summary>
internal sealed record LicenceWish(
    Guid PlaybackId, Guid AccountId, Guid ProfileId, Guid AssetId, IReadOnlyList<string> Tiers, string OutputProtection, DateTimeOffset? GoodUntil)
{
    public static LicenceWish Of(Playback p) => new(p.Id, p.AccountId, p.ProfileId, p.AssetId, p.Tiers, p.Device.OutputProtection, p.GoodUntil);
}
