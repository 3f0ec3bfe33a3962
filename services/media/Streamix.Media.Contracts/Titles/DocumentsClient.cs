using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Contracts.Titles;

/// <summary>The catalog's internal routes for the index and for rights: <c>services.AddServiceClient&lt;DocumentsClient&gt;("media-catalog")</c>.</summary>
public sealed class DocumentsClient(HttpClient http)
{
    /// <summary>The title as it is now; null when it is gone for good.</summary>
    public Task<TitleDocument?> FindAsync(Guid titleId, CancellationToken cancellationToken) => GetAsync($"/internal/documents/{titleId}", cancellationToken);

    /// <summary>The same, of trailers as well.</summary>
    public Task<TitleDocument?> FindPlayingAsync(Guid titleId, CancellationToken cancellationToken) => GetAsync($"/internal/documents/{titleId}?trailers=true", cancellationToken);

    /// <summary>All published movies, series and episodes in the order of their ids, at most <paramref name="limit"/> (1 to 500) after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<TitleDocument>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken)
    {
        var count = limit.ToString(CultureInfo.InvariantCulture);
        var page = await http.GetFromJsonAsync<List<TitleDocument>>($"/internal/documents?limit={count}&after={after}", JsonDefaults.Options, cancellationToken);
        return page!;
    }

    private async Task<TitleDocument?> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<TitleDocument>(JsonDefaults.Options, cancellationToken);
    }
}
