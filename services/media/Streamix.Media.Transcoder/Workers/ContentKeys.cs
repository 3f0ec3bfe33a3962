using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Keys;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>Asks media-drm for the keys of an asset, at the moment they are needed. They are never written down here.</summary>
internal sealed class ContentKeys(V1.Keys.KeysClient drm, IOptions<TranscoderOptions> options)
{
    private const int Length = 16;

    public async Task<Protection> ProvideAsync(TranscodeJob job, Plan plan, CancellationToken cancellationToken)
    {
        var scheme = options.Value.Scheme;
        var request = new V1.ProvideRequest { AssetId = job.AssetId.ToString(), TitleId = job.TitleId.ToString(), Scheme = scheme };
        request.Tiers.AddRange(TiersOf(plan));
        var answer = await drm.ProvideAsync(request, cancellationToken: cancellationToken);
        var keys = answer.Keys.Select(k => new PackageKey(k.Tier, k.KeyId.ToByteArray(), k.Key.ToByteArray(), k.Iv.ToByteArray(), k.Pssh.ToByteArray())).ToList();
        foreach (var tier in request.Tiers)
            if (keys.Find(k => k.Tier == tier) is not { Id.Length: Length, Key.Length: Length })
                throw new InvalidOperationException($"media-drm gave no key for the tier {tier}.");
        return new(scheme, keys);
    }

    public static PackageProtection Facts(Protection protection) =>
        new(protection.Scheme, protection.Keys.ToDictionary(k => k.Tier, k => Convert.ToHexStringLower(k.Id), StringComparer.Ordinal));

    private static IEnumerable<string> TiersOf(Plan plan) => plan.Video.Select(v => v.Tier).Prepend(KeyTiers.Audio).Distinct(StringComparer.Ordinal);
}
