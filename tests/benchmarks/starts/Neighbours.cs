using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Starts;

/// <summary>Whom the services ask beside each other: the catalog's internal routes, the profiles' preferences, and the issuer of their own tokens.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private const string Preferences =
        """{"audioLanguage":"en","audioDescription":false,"autoplayNext":true,"skipIntros":false,"captions":{"mode":"forced","language":"en","forHardOfHearing":false}}""";

    private readonly WebApplication _app;

    private Neighbours(WebApplication app) => _app = app;

    public ConcurrentDictionary<Guid, Title> Titles { get; } = new();

    /// <summary>Films to be packaged, by asset.</summary>
    public ConcurrentDictionary<Guid, AssetSource> Sources { get; } = new();

    public string Address => _app.Urls.Single();

    public static async Task<Neighbours> StartAsync(TestTokens tokens)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var neighbours = new Neighbours(builder.Build());
        neighbours.Map(tokens);
        await neighbours._app.StartAsync();
        return neighbours;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(TestTokens tokens)
    {
        _app.MapPost("/tokens", (HttpRequest request) => Results.Json(new { access_token = tokens.Service(Client(request)), expires_in = 600 }));
        _app.MapGet("/internal/playables/{id:guid}", (Guid id) => Found(Titles, id, title => title.Playable));
        _app.MapGet("/internal/documents/{id:guid}", (Guid id) => Found(Titles, id, title => title.Document));
        _app.MapGet("/internal/assets/{id:guid}/source", (Guid id) => Found(Sources, id, source => source));
        _app.MapGet("/profiles/{id:guid}/preferences", (Guid id) => Results.Text(Preferences, "application/json"));
    }

    private static IResult Found<T, TAnswer>(ConcurrentDictionary<Guid, T> all, Guid id, Func<T, TAnswer> answer) =>
        all.TryGetValue(id, out var found) ? Results.Json(answer(found), JsonDefaults.Options) : Results.NotFound();

    private static string Client(HttpRequest request)
    {
        var credentials = AuthenticationHeaderValue.Parse(request.Headers.Authorization.ToString()).Parameter!;
        return Uri.UnescapeDataString(Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).Split(':')[0]);
    }
}
