using System.Net;
using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Contracts.Assets;

/// <summary>The catalog's internal routes for assets: <c>services.AddServiceClient&lt;AssetsClient&gt;("media-catalog")</c>.</summary>
public sealed class AssetsClient(HttpClient http)
{
    /// <summary>Where to fetch the source from, for a while; null when the asset is gone.</summary>
    public async Task<AssetSource?> SourceAsync(Guid assetId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/internal/assets/{assetId}/source", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<AssetSource>(JsonDefaults.Options, cancellationToken);
    }
}

/// <summary>A source in the object store.</summary>
/// <param name="Url">Presigned GET, ranges allowed; a secret while it lasts.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ETag">Changes when the bytes do.</param>
/// <param name="ExpiresAt">UTC; ask again after it.</param>
/// <param name="Texts">Caption files uploaded beside it.</param>
public sealed record AssetSource(Uri Url, long Bytes, string ETag, DateTimeOffset ExpiresAt, IReadOnlyList<TextSource> Texts);

/// <summary>A caption file of a title.</summary>
/// <param name="Url">Presigned GET.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
/// <param name="Format"><c>vtt</c>, <c>srt</c> or <c>ass</c>.</param>
public sealed record TextSource(Uri Url, string Language, string Kind, string Format);
