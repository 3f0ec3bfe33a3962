using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class CorsAndCompressionTests
{
    [Fact]
    public async Task Preflight_OfAKnownOrigin_IsAnsweredHere()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).With("Gateway:Edge:Origins:0", "https://app.example"));
        var answer = await PreflightAsync(gateway, "https://app.example");
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Header("Access-Control-Allow-Origin").ShouldBe("https://app.example");
        answer.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Preflight_OfAnother_GetsNoPermission()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.With("Gateway:Edge:Origins:0", "https://app.example"));
        (await PreflightAsync(gateway, "https://evil.example")).Header("Access-Control-Allow-Origin").ShouldBeEmpty();
    }

    [Fact]
    public async Task Origins_Changed_CountAtOnce()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.With("Gateway:Edge:Origins:0", "https://app.example"));
        gateway.Settings.Change("Gateway:Edge:Origins:0", "https://new.example");
        await Until.TrueAsync(async () => (await PreflightAsync(gateway, "https://new.example")).Header("Access-Control-Allow-Origin") == "https://new.example", "the new origin is allowed");
    }

    [Fact]
    public async Task Refusal_StillCarriesCors()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Notes("").With("Gateway:Edge:Origins:0", "https://app.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes");
        request.Headers.Add("Origin", "https://app.example");
        var answer = await gateway.Client.SendAsync(request);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        answer.Header("Access-Control-Allow-Origin").ShouldBe("https://app.example");
    }

    [Theory]
    [InlineData("application/json", 20_000, null, "br")]
    [InlineData("application/json", 100, null, "")]
    [InlineData("video/mp4", 20_000, null, "")]
    [InlineData("application/json", 20_000, "zstd", "zstd")]
    public async Task Compression_FitsTheAnswer(string type, int length, string? encoded, string expected)
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = length;
            if (encoded is not null)
            {
                context.Response.Headers.ContentEncoding = encoded;
            }

            return context.Response.WriteAsync(new string('x', length));
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/1");
        request.Headers.Add("Accept-Encoding", "br, zstd");
        var answer = await gateway.Client.SendAsync(request);
        string.Join(',', answer.Content.Headers.ContentEncoding).ShouldBe(expected);
        var body = await answer.Content.ReadAsStreamAsync();
        await using var plain = expected == "br" ? new BrotliStream(body, CompressionMode.Decompress) : body;
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync()).Length.ShouldBe(length);
    }

    private static Task<HttpResponseMessage> PreflightAsync(GatewayHost gateway, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/notes/1");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "DELETE");
        return gateway.Client.SendAsync(request);
    }
}
