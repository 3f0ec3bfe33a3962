using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Licences;

/// <summary>The licence log for those who help viewers.</summary>
internal static class LicenceLogApi
{
    private static readonly Order<Licence> NewestFirst = Order.Descending((Licence l) => l.At).ThenDescending(l => l.Id);

    public static void MapLicenceLog(this IEndpointRouteBuilder app) =>
        app.MapGet("/drm/licences", ListAsync).WithTags("Licences").RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller)
            .WithName("ListLicences").WithSummary("Licences given and refused, newest first; of a playback, an account or an asset");

    private static async Task<Ok<Page<LicenceView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] LicenceFilter filter, DrmDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Licences.AsNoTracking()
            .Where(l => (filter.PlaybackId == null || l.PlaybackId == filter.PlaybackId)
                && (filter.AccountId == null || l.AccountId == filter.AccountId)
                && (filter.AssetId == null || l.AssetId == filter.AssetId)
                && (filter.Refused == null || filter.Refused == (l.Refusal != null)))
            .ToPageAsync(page, NewestFirst, LicenceView.Of, cancellationToken));
}

/// <summary>Which entries.</summary>
internal sealed record LicenceFilter(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid? PlaybackId = null,
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11")] Guid? AccountId = null,
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b12")] Guid? AssetId = null,
    [property: Example("true")] bool? Refused = null);

/// <summary>An entry of the licence log.</summary>
/// <param name="Id">The entry.</param>
/// <param name="PlaybackId">The playback.</param>
/// <param name="AccountId">Whose; null after the account was erased.</param>
/// <param name="AssetId">What was played.</param>
/// <param name="KeyIds">As asked for.</param>
/// <param name="Tiers">Whose keys were given.</param>
/// <param name="Type"><c>temporary</c>, <c>persistent-license</c> or <c>hls-key</c>.</param>
/// <param name="Refusal">Why nothing was given; null when something was.</param>
/// <param name="At">UTC.</param>
/// <param name="ExpiresAt">UTC; the end of what was given.</param>
internal sealed record LicenceView(
    Guid Id, Guid PlaybackId, Guid? AccountId, Guid AssetId, IReadOnlyList<Guid> KeyIds, IReadOnlyList<string> Tiers, string Type, string? Refusal, DateTimeOffset At, DateTimeOffset? ExpiresAt)
{
    public static LicenceView Of(Licence l) => new(l.Id, l.PlaybackId, l.AccountId, l.AssetId, l.KeyIds, l.Tiers, l.Type, l.Refusal, l.At, l.ExpiresAt);
}
