using System.Net;
using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Contracts.Titles;

/// <summary>The catalog's internal route for players: <c>services.AddServiceClient&lt;PlayablesClient&gt;("media-catalog")</c>. For streaming-playback-context and streaming-watch-history only.</summary>
public sealed class PlayablesClient(HttpClient http)
{
    /// <summary>What plays; null when there is no such title, or nothing of it plays.</summary>
    public async Task<PlayableTitle?> FindAsync(Guid titleId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/internal/playables/{titleId}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<PlayableTitle>(JsonDefaults.Options, cancellationToken);
    }
}
