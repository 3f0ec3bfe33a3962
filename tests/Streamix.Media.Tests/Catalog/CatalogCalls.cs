using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Tests.Catalog;

/// <summary>The calls that many tests make.</summary>
internal static class CatalogCalls
{
    public const string Titles = "/catalog/admin/titles";

    private static int _made;

    /// <summary>A content that may be published anywhere, of a title nobody else has.</summary>
    public static JsonObject Content(string? title = null, int? number = null, string? format = "movie") => new()
    {
        ["originalTitle"] = title ?? $"Title {Interlocked.Increment(ref _made)}",
        ["originalLanguage"] = "en",
        ["number"] = number,
        ["format"] = format,
        ["year"] = 1999,
        ["genres"] = format is null ? new JsonArray() : new JsonArray("drama"),
        ["texts"] = new JsonArray(new JsonObject { ["language"] = "en", ["title"] = title ?? "A title", ["synopsis"] = "What happens." }),
        ["ratings"] = new JsonArray(Rating("*", 12)),
        ["availability"] = new JsonArray(Window("*")),
    };

    /// <summary>A content that has everything else from above.</summary>
    public static JsonObject Part(string title, int? number) => new()
    {
        ["originalTitle"] = title, ["originalLanguage"] = "en", ["number"] = number,
        ["texts"] = new JsonArray(new JsonObject { ["language"] = "en", ["title"] = title }),
    };

    public static JsonObject Rating(string territory, int age) => new() { ["territory"] = territory, ["label"] = $"{age}+", ["minimumAge"] = age };

    public static JsonObject Window(string territory, string from = "2020-01-01T00:00:00Z", string? until = null) =>
        new() { ["territory"] = territory, ["from"] = from, ["until"] = until };

    public static JsonObject With(this JsonObject content, string name, JsonNode? value)
    {
        content[name] = value;
        return content;
    }

    public static Task<HttpResponseMessage> CreateAsync(this HttpClient client, string kind, JsonObject content, Guid? parent = null) =>
        client.PostAsJsonAsync(Titles, new JsonObject { ["kind"] = kind, ["parentId"] = parent?.ToString(), ["content"] = content });

    public static async Task<Guid> CreatedAsync(this HttpClient client, string kind, JsonObject? content = null, Guid? parent = null) =>
        (await CatalogHost.JsonAsync(await client.CreateAsync(kind, content ?? Content(), parent))).GetProperty("id").GetGuid();

    public static async Task<JsonElement> FileAsync(this HttpClient client, Guid id) => await CatalogHost.JsonAsync(await client.GetAsync($"{Titles}/{id}"));

    public static async Task<string> StateAsync(this HttpClient client, Guid id) => (await client.FileAsync(id)).GetProperty("state").GetString()!;

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, object? body = null, string? ifMatch = "*")
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> WriteAsync(this HttpClient client, Guid id, JsonObject content, string? ifMatch = "*") =>
        client.SendAsync(HttpMethod.Put, $"{Titles}/{id}", content, ifMatch);

    /// <summary>ready, publish, schedule, withdraw …</summary>
    public static Task<HttpResponseMessage> MoveAsync(this HttpClient client, Guid id, string move, object? body = null) =>
        client.SendAsync(HttpMethod.Post, $"{Titles}/{id}/{move}", body ?? new { reason = "Because of a test." });

    public static async Task<HttpResponseMessage> ShouldBeAsync(this Task<HttpResponseMessage> call, int status, string? detail = null)
    {
        var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        if (status >= 400)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (detail is not null)
            text.ShouldContain(detail);
        return answer;
    }

    public static MediaPackage Package(string version = "v1", double duration = 596.5) => new(
        version, $"transcoder/x/{version}/", duration, "hls.m3u8", "hls-clearkey.m3u8", "manifest.mpd", new("cenc", new Dictionary<string, string> { ["hd"] = "00" }),
        [new("360p", 640, 360, 24, 500_000, 600_000, "avc1.4d401e", "sd", 0.98), new("1080p", 1920, 1080, 24, 4_000_000, 5_000_000, "avc1.640028", "hd", 0.99)],
        [new("en", "en", 2, 128_000, "mp4a.40.2", "main", true), new("de", "de", 6, 384_000, "mp4a.40.2", "main", false), new("x", "und", 2, 128_000, "mp4a.40.2", "commentary", false)],
        [new("en-cc", "en", "captions", "texts/en.vtt")], "poster.jpg", "thumbs.vtt", "preview.mp4", [new("intro", 3, 20)], 123);

    /// <summary>A package arrives for the title, as after an upload.</summary>
    public static async Task<Guid> PackagedAsync(this CatalogHost host, Guid title, double duration = 596.5)
    {
        var asset = Guid.CreateVersion7();
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetUploadedAsync(title, asset, default));
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetReadyAsync(title, asset, Package(duration: duration), default));
        return asset;
    }

    /// <summary>A movie that is open.</summary>
    public static async Task<Guid> PublishedMovieAsync(this CatalogHost host, JsonObject? content = null)
    {
        var id = await host.Editor().CreatedAsync("movie", content);
        await host.PackagedAsync(id);
        await host.Editor().MoveAsync(id, "publish").ShouldBeAsync(200);
        return id;
    }

    /// <summary>A series with one season and as many episodes, all open.</summary>
    public static async Task<(Guid Series, Guid Season, List<Guid> Episodes)> PublishedSeriesAsync(this CatalogHost host, int episodes = 2, JsonObject? content = null)
    {
        var editor = host.Editor();
        var series = await editor.CreatedAsync("series", content ?? Content(format: "series"));
        var season = await editor.CreatedAsync("season", Part("Season 1", 1), series);
        List<Guid> made = [];
        for (var number = 1; number <= episodes; number++)
        {
            made.Add(await editor.CreatedAsync("episode", Part($"Episode {number}", number), season));
            await host.PackagedAsync(made[^1]);
        }
        foreach (var id in (Guid[])[series, season])
            await editor.MoveAsync(id, "ready").ShouldBeAsync(200);
        foreach (var id in (Guid[])[.. made, season, series])
            await editor.MoveAsync(id, "publish").ShouldBeAsync(200);
        return (series, season, made);
    }
}
