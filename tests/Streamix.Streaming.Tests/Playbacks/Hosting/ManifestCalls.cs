using System.Text.Json;

namespace Streamix.Streaming.Tests.Playbacks.Hosting;

/// <summary>Reads manifests as players do: by the address alone.</summary>
internal static class ManifestCalls
{
    /// <summary>The address at the service; players go through the gateway.</summary>
    public static string Address(this JsonElement answer, string name) => answer.GetProperty("manifests").GetProperty(name).GetString()!["/api/v1".Length..];

    public static async Task<string> ManifestAsync(this PlaybackHost host, JsonElement answer, string name)
    {
        using var response = await host.CreateClient().GetAsync(answer.Address(name));
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return text;
    }
}
