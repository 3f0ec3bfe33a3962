using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Searchable;

/// <summary>media-catalog on Kestrel in this process, so that titles can be given a package without a film.</summary>
internal sealed class CatalogService(IReadOnlyDictionary<string, string> settings, Uri address) : WebApplicationFactory<CatalogDb>
{
    private const string Titles = "/catalog/admin/titles";
    private static readonly MediaPackage Package = new("v1", "transcoder/x/v1/", 60, "hls.m3u8", null, "manifest.mpd", null, [], [], [], "poster.jpg", "thumbs.vtt", "preview.mp4", [], 1);
    private HttpClient? _editor;

    public Uri Address => address;

    public static CatalogService Start(IReadOnlyDictionary<string, string> settings, TestTokens tokens)
    {
        var port = FreePorts.Take();
        CatalogService service = new(settings, new($"http://localhost:{port}"));
        service.UseKestrel(port);
        service.StartServer();
        service._editor = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service.Address }.As(tokens.User(null, "editor"));
        return service;
    }

    /// <summary>A movie that lacks nothing but to be published.</summary>
    public async Task<Guid> ReadyAsync(string title)
    {
        var made = await PostAsync(Titles, new
        {
            kind = "movie",
            content = new
            {
                originalTitle = title, originalLanguage = "en", format = "movie", year = 2020, genres = new[] { "drama" },
                texts = new[] { new { language = "en", title, synopsis = "What happens in it, in a sentence or two." } },
                ratings = new[] { new { territory = "*", label = "0+", minimumAge = 0 } },
                availability = new[] { new { territory = "*", from = "2020-01-01T00:00:00Z" } },
            },
        });
        var (id, asset) = (made.GetProperty("id").GetGuid(), Guid.CreateVersion7());
        await InTransactionAsync(desk => desk.AssetUploadedAsync(id, asset, default));
        await InTransactionAsync(desk => desk.AssetReadyAsync(id, asset, Package, default));
        return id;
    }

    public Task PublishAsync(Guid id) => PostAsync($"{Titles}/{id}/publish", new { reason = "It is time." });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private async Task InTransactionAsync(Func<TitleDesk, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogDb>();
        await db.InTransactionAsync(async token =>
        {
            await work(scope.ServiceProvider.GetRequiredService<TitleDesk>());
            await db.SaveChangesAsync(token);
        });
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await _editor!.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
