using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Testing;

namespace Streamix.Media.Tests.Catalog;

public sealed class RouteTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static readonly string[] Open = ["BrowseTitles", "ReadTitle", "ReadPersonPage", "ReadVocabulary", "ReadArtwork"];

    private async Task<JsonElement> DocumentAsync() => await CatalogHost.JsonAsync(await host.CreateClient().GetAsync("/openapi/v1.json"));

    private async Task<List<(string Method, string Path, JsonElement Operation)>> OperationsAsync() =>
    [
        .. (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (o.Name.ToUpperInvariant(), p.Name, o.Value))),
    ];

    [Fact]
    public async Task EveryRoute_WithoutASession_Is401()
    {
        var operations = await OperationsAsync();
        operations.Count.ShouldBeGreaterThan(40);
        foreach (var (method, path, operation) in operations.Where(o => !Open.Contains(o.Operation.GetProperty("operationId").GetString())))
        {
            (await host.CreateClient().SendAsync(Request(method, path, operation))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRoute_OfEditors_ForAViewer_Is403()
    {
        foreach (var (method, path, operation) in (await OperationsAsync()).Where(o => o.Path.StartsWith("/catalog/admin", StringComparison.Ordinal)))
        {
            (await host.User().SendAsync(Request(method, path, operation))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRoute_InTheDocument_HasANameAndASummary()
    {
        foreach (var (method, path, operation) in await OperationsAsync())
        {
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRequest_InTheDocument_ShowsExamples() => OpenApiExamples.Missing(await DocumentAsync()).ShouldBeEmpty();

    [Fact]
    public async Task Migrations_AndModel_Agree()
    {
        (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await host.QueryAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty();
    }

    /// <summary>With a body of a type that the route takes: another one is refused before anybody asks who calls.</summary>
    private static HttpRequestMessage Request(string method, string path, JsonElement operation)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Filled(path));
        if (operation.TryGetProperty("requestBody", out var body))
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.GetProperty("content").EnumerateObject().First().Name);
        }
        return request;
    }

    private static string Filled(string path) =>
        System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", m => m.Value is "{number}" or "{width}" ? "1" : Guid.CreateVersion7().ToString());
}
