using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Media.Catalog.Viewers;

/// <summary>Finds out who is looking, as far as known.</summary>
internal sealed class ViewerDesk(CatalogDb db, Caller caller, IHttpContextAccessor context, TimeProvider time)
{
    private const int MostLanguages = 8;

    public async Task<Viewer> OfCallerAsync(CancellationToken cancellationToken)
    {
        var country = caller.IsUser
            ? await db.ViewerAccounts.Where(a => a.AccountId == caller.AccountId).Select(a => a.Country).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new(country, await MaturityAsync(cancellationToken), Languages(context.HttpContext!.Request), time.GetUtcNow());
    }

    private async Task<int?> MaturityAsync(CancellationToken cancellationToken)
    {
        if (!caller.IsUser || caller.ProfileId is not { } profileId)
            return null;
        var known = await db.ViewerProfiles.Where(p => p.ProfileId == profileId && p.AccountId == caller.AccountId)
            .Select(p => (int?)p.Maturity).SingleOrDefaultAsync(cancellationToken);
        return (known ?? Viewer.Unheard) is var maturity and < Viewer.Adult ? maturity : null;
    }

    private static IReadOnlyList<string> Languages(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var wishes)
            ? [.. wishes.Where(w => w.Quality is not 0 && w.Value != "*").OrderByDescending(w => w.Quality ?? 1).Take(MostLanguages).Select(w => w.Value.ToString())]
            : [];
}
