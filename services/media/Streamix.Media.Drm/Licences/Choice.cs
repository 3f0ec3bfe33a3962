using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;

namespace Streamix.Media.Drm.Licences;

/// <summary>
/// Which of the keys asked for are given. A key that does not exist or belongs to something else refuses all; a quality that is not included
/// is left out as long as something remains, as boxes name every quality of a title and players ask for all of them.
/// </summary>
internal sealed record Choice(Refusal? Refusal, IReadOnlyList<ContentKey> Keys, DateTimeOffset ExpiresAt)
{
    public static Choice Make(Grant grant, LicenceRequest request, IReadOnlyList<ContentKey> found, Func<string, PolicyTerms> terms, DateTimeOffset now)
    {
        if (request.KeyIds.Count > found.Count)
            return Refused(Licences.Refusal.UnknownKey);
        if (found.Any(k => k.AssetId != grant.AssetId))
            return Refused(Licences.Refusal.OtherAsset);

        var judged = found.Select(k => (Key: k, Refusal: Judge(grant, request.Type, k.Tier, terms(k.Tier)))).ToArray();
        var given = judged.Where(j => j.Refusal is null).Select(j => j.Key).ToArray();
        return given.Length == 0
            ? Refused(judged[0].Refusal!.Value)
            : new(null, given, given.Select(k => Min(grant.ExpiresAt, now + Lifetime(request.Type, terms(k.Tier)))).Min());
    }

    private static Refusal? Judge(Grant grant, string type, string tier, PolicyTerms terms) => type switch
    {
        _ when !grant.Tiers.Contains(tier, StringComparer.Ordinal) => Licences.Refusal.Tier,
        _ when grant.Output < terms.Output => Licences.Refusal.Output,
        LicenceRequest.Persistent when !grant.Offline || terms.OfflineLifetime is null => Licences.Refusal.Offline,
        _ => null,
    };

    private static TimeSpan Lifetime(string type, PolicyTerms terms) => type == LicenceRequest.Persistent ? terms.OfflineLifetime!.Value : terms.Lifetime;

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Choice Refused(Refusal refusal) => new(refusal, [], default);
}
