using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media;

/// <summary>What an editor does with the admin tool: a title, its file, its opening.</summary>
/// <param name="http">Signed in as an editor.</param>
/// <param name="store">Sends parts to their addresses; a client of its own when null.</param>
internal sealed class Editor(HttpClient http, HttpClient? store = null)
{
    private static readonly HttpClient Usual = new();
    private static readonly TimeSpan Transcoding = TimeSpan.FromMinutes(4);

    public async Task<Guid> WriteMovieAsync(string title) =>
        (await SendAsync(HttpMethod.Post, "/api/v1/catalog/admin/titles", new { kind = "movie", content = Content(title, 0, [new("*", DateTimeOffset.UnixEpoch)]) })).GetProperty("id").GetGuid();

    /// <summary>The same movie for others, elsewhere or at another time.</summary>
    public async Task RewriteAsync(Guid id, string title, int minimumAge, params Window[] windows)
    {
        using var read = await http.GetAsync($"/api/v1/catalog/admin/titles/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/catalog/admin/titles/{id}") { Content = JsonContent.Create(Content(title, minimumAge, windows)) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the file straight to the object store, part by part, and completes the upload.</summary>
    public async Task<Guid> UploadAsync(Guid title, byte[] file, bool isProtected, string fileName = "film.mp4")
    {
        var started = await SendAsync(HttpMethod.Post, "/api/v1/catalog/uploads", new { titleId = title, fileName, bytes = file.LongLength, contentType = "video/mp4", @protected = isProtected });
        var upload = started.GetProperty("upload");
        List<object> parts = [];
        foreach (var part in started.GetProperty("urls").GetProperty("items").EnumerateArray())
            parts.Add(new { number = part.GetProperty("number").GetInt32(), etag = await PutAsync(part, file) });
        await SendAsync(HttpMethod.Post, $"/api/v1/catalog/uploads/{upload.GetProperty("id").GetString()}/complete", new { parts });
        return upload.GetProperty("assetId").GetGuid();
    }

    public async Task<JsonElement> TranscodedAsync(Guid asset, TimeSpan? within = null)
    {
        JsonElement view = default;
        await Until.TrueAsync(async () =>
        {
            view = await AssetAsync(asset);
            view.GetProperty("state").GetString().ShouldNotBe("failed", view.ToString());
            return view.GetProperty("state").GetString() is "ready" or "rejected";
        }, $"the asset {asset} is transcoded", within ?? Transcoding);
        return view;
    }

    public Task<JsonElement> AssetAsync(Guid asset) => SendAsync(HttpMethod.Get, $"/api/v1/catalog/assets/{asset}");

    public async Task<string> StateAsync(Guid title) => (await SendAsync(HttpMethod.Get, $"/api/v1/catalog/admin/titles/{title}")).GetProperty("state").GetString()!;

    public async Task PublishAsync(Guid title)
    {
        using var read = await http.GetAsync($"/api/v1/catalog/admin/titles/{title}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/catalog/admin/titles/{title}/publish") { Content = JsonContent.Create(new { }) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static object Content(string title, int minimumAge, IReadOnlyList<Window> windows) => new
    {
        originalTitle = title,
        originalLanguage = "en",
        format = "movie",
        year = 2026,
        genres = new[] { "animation" },
        texts = new[] { new { language = "en", title, synopsis = "A film of a few seconds." } },
        ratings = new[] { new { territory = "*", label = $"{minimumAge}", minimumAge } },
        availability = windows,
    };

    private async Task<string> PutAsync(JsonElement part, byte[] file)
    {
        using var content = new ByteArrayContent(file, (int)part.GetProperty("offset").GetInt64(), (int)part.GetProperty("bytes").GetInt64());
        using var request = new HttpRequestMessage(HttpMethod.Put, part.GetProperty("url").GetString()) { Content = content };
        foreach (var header in part.GetProperty("headers").EnumerateObject())
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString())) content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        using var answer = await (store ?? Usual).SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.ETag!.Tag;
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}

/// <summary>Where and when a title is open.</summary>
internal sealed record Window(string Territory, DateTimeOffset From, DateTimeOffset? Until = null);
