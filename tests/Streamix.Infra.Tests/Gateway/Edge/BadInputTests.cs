using System.Net;
using System.Text;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class BadInputTests : IAsyncLifetime
{
    private TestBackend _backend = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        _backend = await TestBackend.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync());
        });
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _backend.Address)
            .Notes("""
                "maxBodyBytes": 2000, "routes": [ { "access": "anonymous" }, { "path": "/json", "access": "anonymous", "consumes": [ "application/json", "image/*" ] } ]
                """));
    }

    public async Task DisposeAsync()
    {
        await AliveAsync();
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Post_MalformedJson_PassesAsItIs()
    {
        var answer = await _gateway.Client.PostAsync("/api/v1/notes/json", new StringContent("{\"a\": ", Encoding.UTF8, "application/json"));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("{\"a\": ");
    }

    [Fact]
    public async Task Post_UnknownContentType_Is415()
    {
        var answer = await _gateway.Client.PostAsync("/api/v1/notes/json", new StringContent("x", Encoding.UTF8, "application/x-strange"));
        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_NoContentType_Is415WhereTypesAreNamed()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        await (await _gateway.Client.PostAsync("/api/v1/notes/json", content)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Post_WildcardType_Passes()
    {
        using var content = new ByteArrayContent([1]);
        content.Headers.ContentType = new("image/png");
        (await _gateway.Client.PostAsync("/api/v1/notes/json", content)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_TooLarge_Is413BeforeAnybodyIsAsked()
    {
        var answer = await _gateway.Client.PostAsync("/api/v1/notes/1", new StringContent(new string('x', 2001)));
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_TooLargeInChunks_Is413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes/1") { Content = new StringContent(new string('x', 50_000)) };
        request.Headers.TransferEncodingChunked = true;
        await (await _gateway.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Get_ManyHeaders_Is431()
    {
        var answer = await Wire.GetAsync(_gateway.Address, "/api/v1/notes/1", [.. Enumerable.Range(0, 100).Select(i => $"X-H{i}: v")]);
        answer.Status().ShouldBe(431);
        answer.ShouldContain("application/problem+json");
    }

    [Fact]
    public async Task Get_LongHeaders_Is431()
    {
        var answer = await Wire.GetAsync(_gateway.Address, "/api/v1/notes/1", "X-Long: " + new string('x', 30_000));
        answer.Status().ShouldBe(431);
        answer.ShouldContain("application/problem+json");
    }

    [Fact]
    public async Task Get_HeaderFlood_IsRefused() =>
        (await Wire.GetAsync(_gateway.Address, "/api/v1/notes/1", [.. Enumerable.Range(0, 5000).Select(i => $"X-H{i}: {new string('v', 50)}")])).Status().ShouldBeOneOf(431, 0);

    [Fact]
    public async Task Get_LongAddress_Is414()
    {
        var answer = await Wire.GetAsync(_gateway.Address, "/api/v1/notes/" + new string('x', 9000));
        answer.Status().ShouldBe(414);
        answer.ShouldContain("application/problem+json");
    }

    [Theory]
    [InlineData("/api/v1/notes/%ff")]
    [InlineData("/api/v1/notes?q=%c3%28")]
    [InlineData("/api/v1/notes/%zz")]
    public async Task Get_NotUtf8_Is400(string target)
    {
        var answer = await Wire.GetAsync(_gateway.Address, target);
        answer.Status().ShouldBe(400);
        answer.ShouldContain("application/problem+json");
        _backend.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET /api/v1/notes/\u00ff HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/v1/notes HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n")]
    [InlineData("GET /api/v1/notes HTTP/1.1\r\n\r\n")]
    [InlineData("POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    public async Task Send_BrokenHttp_Is400(string bytes) =>
        (await Wire.SendAsync(_gateway.Address, Encoding.Latin1.GetBytes(bytes))).Status().ShouldBe(400);

    [Fact]
    public async Task Post_TwoLengths_IsRefused()
    {
        var answer = await Wire.SendAsync(_gateway.Address, "POST /api/v1/notes/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"u8.ToArray());
        answer.Status().ShouldBe(400);
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SmuggledRequest_IsSeenOnce()
    {
        var bytes = "POST /api/v1/notes/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /internal HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray();
        await Wire.SendAsync(_gateway.Address, bytes);
        _backend.Requests.Count.ShouldBeLessThanOrEqualTo(1);
        _backend.Requests.ShouldNotContain(r => r.Path.Contains("internal"));
    }

    [Fact]
    public async Task Unknown_Address_Is404() =>
        await (await _gateway.Client.GetAsync("/api/v1/nothing")).ShouldBeProblemAsync(HttpStatusCode.NotFound);

    private async Task AliveAsync() => (await _gateway.Client.GetAsync("/api/v1/notes/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
}
