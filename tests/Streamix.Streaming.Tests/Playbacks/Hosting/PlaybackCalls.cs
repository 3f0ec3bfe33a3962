using System.Text.Json;

namespace Streamix.Streaming.Tests.Playbacks.Hosting;

/// <summary>The calls that players make.</summary>
internal static class PlaybackCalls
{
    public const string Route = "/playback/playbacks";

    public static object Draft(Guid title, string? pin = null, Guid? insteadOf = null, string device = "tv") =>
        new { titleId = title, device = new { id = device, name = $"The {device}", security = "software", outputProtection = "none" }, pin, insteadOf };

    public static Task<HttpResponseMessage> PressPlayAsync(this HttpClient client, object draft, string? key = null, bool explain = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, explain ? $"{Route}?explain=true" : Route) { Content = JsonContent.Create(draft) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public static async Task<JsonElement> StartedAsync(this HttpClient client, Guid title, string? key = null) =>
        await client.PressPlayAsync(Draft(title), key).ShouldBeAsync(201);

    public static Guid Id(this JsonElement answer) => answer.GetProperty("playbackId").GetGuid();

    public static Task<HttpResponseMessage> BeatAsync(this HttpClient client, Guid playback, long sequence, object? quality = null, bool ended = false, params double[] positions) =>
        client.PostAsJsonAsync($"{Route}/{playback}/heartbeats", new { sequence, positions = positions.Select(p => new { position = p, playedAt = DateTimeOffset.UtcNow }), quality, ended });

    public static Task<HttpResponseMessage> RenewAsync(this HttpClient client, Guid playback) => client.PostAsync($"{Route}/{playback}/renewals", null);

    /// <summary>The body; default for none.</summary>
    public static async Task<JsonElement> ShouldBeAsync(this Task<HttpResponseMessage> call, int status, string? code = null)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        var body = text.Length > 0 && text[0] == '{' ? JsonDocument.Parse(text).RootElement : default;
        if (code is not null)
            body.GetProperty("code").GetString().ShouldBe(code);
        return body;
    }
}
