using System.Net;
using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>The profile's own route, called with the viewer's token.</summary>
internal sealed class PreferencesClient(HttpClient http)
{
    public async Task<Preferences?> FindAsync(Guid profile, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/profiles/{profile}/preferences", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Preferences>(JsonDefaults.Options, cancellationToken);
    }
}

/// <summary>How somebody likes to watch, as far as it decides on tracks.</summary>
internal sealed record Preferences
{
    public string? AudioLanguage { get; init; }

    public bool AudioDescription { get; init; }

    public bool AutoplayNext { get; init; } = true;

    public bool SkipIntros { get; init; }

    public CaptionWish Captions { get; init; } = new();
}

/// <summary>When captions are shown, and which.</summary>
internal sealed record CaptionWish
{
    /// <summary><c>forced</c>: only where something foreign is spoken; <c>off</c>; <c>always</c>.</summary>
    public string Mode { get; init; } = "forced";

    public string? Language { get; init; }

    public bool ForHardOfHearing { get; init; }
}
