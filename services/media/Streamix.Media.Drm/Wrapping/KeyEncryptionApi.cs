using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Wrapping;

/// <summary>How far a change of the key-encryption key is.</summary>
internal static class KeyEncryptionApi
{
    public static void MapKeyEncryption(this IEndpointRouteBuilder app) =>
        app.MapGet("/drm/key-encryption", ReadAsync).WithTags("Keys").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithName("ReadKeyEncryption").WithSummary("How many content keys each key-encryption key wraps; one that wraps none may be taken out");

    private static async Task<Ok<IReadOnlyList<KeyEncryptionView>>> ReadAsync(DrmDb db, KeyWrap wrap, CancellationToken cancellationToken)
    {
        var counts = await db.ContentKeys.GroupBy(k => k.WrappedWith).Select(g => new { Id = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Id, g => g.Count, cancellationToken);
        var known = wrap.Known;
        return TypedResults.Ok<IReadOnlyList<KeyEncryptionView>>(
            [.. known.Concat(counts.Keys.Except(known).Order(StringComparer.Ordinal)).Select(id => new KeyEncryptionView(id, id == wrap.Current, known.Contains(id), counts.GetValueOrDefault(id)))]);
    }
}

/// <summary>A key-encryption key.</summary>
/// <param name="Id">Derived from the secret; tells nothing about it.</param>
/// <param name="Current">It wraps new keys.</param>
/// <param name="Configured">False: keys are wrapped with a secret that this replica does not have.</param>
/// <param name="ContentKeys">How many it wraps.</param>
internal sealed record KeyEncryptionView(string Id, bool Current, bool Configured, int ContentKeys);
