using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Platform.Tests.Streaming;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Somebody who watches a film.</summary>
internal static class Watching
{
    private const string Playbacks = "/api/v1/playback/playbacks";

    /// <summary>The owner goes on as the first profile, starts the film and marks it as watched.</summary>
    public static async Task<Guid> PlayAsync(HttpClient owner, Guid title)
    {
        var picked = await Viewer.PickAsync(owner, (await Viewer.ProfilesAsync(owner))[0]);
        owner.As(picked.As<JsonElement>().GetProperty("accessToken").GetString()!);
        var playback = await StartAsync(owner, title);
        using var completed = await owner.PutAsync($"/api/v1/history/titles/{title}/completed", content: null);
        completed.EnsureSuccessStatusCode();
        return playback;
    }

    /// <summary>Who ended a playback, if somebody did: one that nothing is heard of ends by itself.</summary>
    public static async Task<string> WhoStoppedAsync(HttpClient owner, Guid playback)
    {
        var view = await owner.GetFromJsonAsync<JsonElement>($"{Playbacks}/{playback}");
        return view.TryGetProperty("endReason", out var reason) && reason.GetString() is { } why and not "silent" ? why : "";
    }

    /// <summary>News of the account, the profile and the film come over the bus.</summary>
    private static async Task<Guid> StartAsync(HttpClient owner, Guid title)
    {
        Reply reply = null!;
        await Until.TrueAsync(async () =>
        {
            reply = await Reply.ReadAsync(owner.PostAsJsonAsync(Playbacks, new { titleId = title, device = new { id = "matrix", name = "Matrix" } }));
            return reply.Status == 201 ? true : throw new InvalidOperationException(reply.Text);
        }, "the film plays");
        return reply.Json.GetProperty("playbackId").GetGuid();
    }
}
