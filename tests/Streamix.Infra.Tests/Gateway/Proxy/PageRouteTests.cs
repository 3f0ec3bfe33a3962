using System.Net;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Proxy;

/// <summary>The routes of the apps as they are shipped, beside those of a service.</summary>
public sealed class PageRouteTests : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; script-src 'nonce-AAAA' 'strict-dynamic'";
    private static readonly byte[] Compressed = [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))];
    private TestBackend _webApp = null!;
    private TestBackend _adminTool = null!;
    private TestBackend _notes = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        (_webApp, _adminTool, _notes) = (await TestBackend.StartAsync(ServeAsync), await TestBackend.StartAsync(ServeAsync), await TestBackend.StartAsync());
        _gateway = await GatewayHost.StartAsync(g => g
            .Serves("frontend-web-app", _webApp.Address).Serves("frontend-admin-tool", _adminTool.Address).Serves("test-notes", _notes.Address)
            .With("Gateway:Limits:Classes:pages:Address:Permits", "6000")
            .Notes("""
                "routes": [ { "path": "/{id}", "methods": [ "POST" ], "access": "anonymous" }, { "path": "/list", "methods": [ "GET" ], "access": "anonymous" } ]
                """));
        File.Copy(Repository.PathOf("services", "infra", "Streamix.Infra.Gateway", "Routes", "frontend.json"), Path.Combine(_gateway.Folder, "frontend.json"));
        await Until.TrueAsync(() => _gateway.Catalogue.Services.Count == 3, "the routes of pages are known");
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _webApp.DisposeAsync();
        await _adminTool.DisposeAsync();
        await _notes.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/titles/1?from=search")]
    [InlineData("/administrators")]
    [InlineData("/apis")]
    [InlineData("/assets/index-Ab12.js")]
    public async Task Address_OfTheSite_IsTheWebApps(string path)
    {
        await ReachesAsync(_webApp, path);
        _adminTool.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/")]
    [InlineData("/admin/titles/1")]
    public async Task Address_BelowAdmin_IsTheAdminTools(string path)
    {
        await ReachesAsync(_adminTool, path);
        _webApp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/api/v1/nothing")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/API/v2/notes")]
    [InlineData("DELETE", "/api/v1/notes/1/2")]
    [InlineData("GET", "/.well-known/jwks.json")]
    [InlineData("POST", "/.well-known/jwks.json")]
    public async Task Api_ThatDoesNotExist_IsNotFoundAndNoPage(string method, string path)
    {
        var answer = await _gateway.Client.SendAsync(new(new(method), path));

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound);
        _webApp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/api/v1/notes/1", "POST")]
    [InlineData("DELETE", "/api/v1/notes/1", "POST")]
    public async Task Api_ByAnotherMethod_IsRefusedWithThoseThereAre(string method, string path, string allowed)
    {
        var answer = await _gateway.Client.SendAsync(new(new(method), path));

        await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe([allowed]);
    }

    [Fact]
    public async Task Page_Written_IsRefused()
    {
        (await _gateway.Client.PostAsync("/sign-in", new StringContent("x"))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await _gateway.Client.SendAsync(new(HttpMethod.Get, "/sign-in") { Content = new StringContent("x") })).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _webApp.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Script_ThatIsCompressedAlready_PassesAsItIs()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-Ab12.js");
        request.Headers.Add("Accept-Encoding", "gzip, br");

        var answer = await _gateway.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Compressed);
        answer.Headers.ETag!.Tag.ShouldBe("\"1-br\"");
        answer.Header("Cache-Control").ShouldContain("immutable");
        answer.Header("Content-Security-Policy").ShouldBe(Policy);
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    private async Task ReachesAsync(TestBackend backend, string path)
    {
        (await _gateway.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        backend.Last.Path.ShouldBe(path.Split('?')[0]);
    }

    private static async Task ServeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl, headers.ETag) = (Policy, "public, max-age=31536000, immutable", "\"1-br\"");
        (headers.ContentType, headers.ContentEncoding, context.Response.ContentLength) = ("text/javascript; charset=utf-8", "br", Compressed.Length);
        await context.Response.Body.WriteAsync(Compressed);
    }
}
