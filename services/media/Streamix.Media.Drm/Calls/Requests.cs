using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;
using Streamix.ServiceDefaults.Http;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Drm.Calls;

/// <summary>Reads what other services send; what cannot be meant is refused.</summary>
internal static class Requests
{
    public static KeyOrder Read(V1.ProvideRequest request) => new(
        Id("asset_id", request.AssetId),
        Id("title_id", request.TitleId),
        Schemes.IsKnown(request.Scheme) ? request.Scheme : throw ProblemException.BadRequest("scheme", "must be cenc or cbcs"),
        TiersOf(request.Tiers));

    public static Grant Read(V1.AuthoriseRequest request, DateTimeOffset now, TimeSpan longest) => new(
        Id("playback_id", request.PlaybackId),
        Id("account_id", request.AccountId),
        request.ProfileId.Length == 0 ? null : Id("profile_id", request.ProfileId),
        Id("asset_id", request.AssetId),
        TiersOf(request.Tiers),
        Until(request.ExpiresAt?.ToDateTimeOffset(), now, longest),
        request.Offline,
        Output.TryParse(request.OutputProtection, out var level) ? level : throw ProblemException.BadRequest("output_protection", "must be none, hdcp-1 or hdcp-2.2"));

    public static Guid Id(string field, string text) =>
        Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw ProblemException.BadRequest(field, "is not an id");

    private static string[] TiersOf(ICollection<string> tiers) =>
        tiers.Count > 0 && tiers.All(Tiers.IsKnown) && tiers.Distinct(StringComparer.Ordinal).Count() == tiers.Count
            ? [.. tiers]
            : throw ProblemException.BadRequest("tiers", "must be some of audio, sd, hd and uhd, each once");

    /// <summary>In whole seconds, as tokens count.</summary>
    private static DateTimeOffset Until(DateTimeOffset? end, DateTimeOffset now, TimeSpan longest) =>
        end > now && end <= now + longest
            ? DateTimeOffset.FromUnixTimeSeconds(end.Value.ToUnixTimeSeconds())
            : throw ProblemException.BadRequest("expires_at", $"must lie in the future, at most {longest.TotalDays:0.#} days");
}
