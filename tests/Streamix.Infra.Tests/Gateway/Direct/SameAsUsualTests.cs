using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Direct;

public sealed class SameAsUsualTests
{
    [Theory]
    [InlineData("/api/v1/notes/caf%C3%A9%20x?a=%2F&b=1", "X-Own: 1", "Accept: a, b")]
    [InlineData("/api/v1/notes?q=", "Cookie: theme=dark; __Host-streamix-access=TOKEN; x=y")]
    [InlineData("/api/v1/notes/1", "Authorization: Bearer TOKEN", "X-User-Id: forged", "Connection: keep-alive, X-Own", "X-Own: hop")]
    [InlineData("/api/v1/notes/1", "Authorization: Basic YTpi", "X-Twice: a", "X-Twice: b")]
    [InlineData("/api/v1/notes/1", "Authorization: Bearer forged", "TE: trailers", "X-Empty:")]
    [InlineData("/API/v1/notes/1", "Range: bytes=0-1", "If-None-Match: \"x\"", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    public async Task Request_EitherWay_LooksTheSameToTheService(string target, params string[] headers)
    {
        var token = TokenIssuer.Shared.Issue();
        var lines = headers.Select(h => h.Replace("TOKEN", token)).Append("X-Correlation-Id: 0190a1b2-0000-7000-8000-000000000000").ToArray();
        var direct = await AskAsync(target, lines, "true");
        var usual = await AskAsync(target, lines, "false");
        direct.Path.ShouldBe(usual.Path);
        direct.Query.ShouldBe(usual.Query);
        direct.Headers.OrderBy(h => h.Key).ShouldBe(usual.Headers.OrderBy(h => h.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9_000)]
    [InlineData(5_000_000)]
    public async Task Answer_OfAnyLength_IsTheSame(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            context.Response.ContentLength = context.Request.Query.ContainsKey("chunked") ? null : length;
            context.Response.Headers.Append("Set-Cookie", "a=1");
            context.Response.Headers.Append("Set-Cookie", "b=2");
            await context.Response.Body.WriteAsync(bytes);
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        foreach (var query in new[] { "", "?chunked" })
        {
            var answer = await gateway.Client.GetAsync("/api/v1/notes/1" + query);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
            answer.Headers.GetValues("Set-Cookie").ShouldBe(["a=1", "b=2"]);
        }
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Header_BeyondAscii_PassesBothWaysAsItsBytes(string direct)
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.Headers["X-Back"] = context.Request.Headers["X-Name"];
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).With("Gateway:Direct:Enabled", direct));
        var answer = await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", "X-Name: J\u00c3\u00b6rg");
        answer.Status().ShouldBe(200);
        answer.ShouldContain("X-Back: J\u00c3\u00b6rg");
    }

    [Fact]
    public async Task Stream_ReachesTheClientPieceByPiece()
    {
        var next = new SemaphoreSlim(0);
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            for (var i = 0; i < 3; i++)
            {
                await context.Response.WriteAsync($"event {i}\n");
                await context.Response.Body.FlushAsync();
                await next.WaitAsync(context.RequestAborted);
            }
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        using var reader = new StreamReader(await gateway.Client.GetStreamAsync("/api/v1/notes/1"));
        for (var i = 0; i < 3; i++)
        {
            (await reader.ReadLineAsync()).ShouldBe($"event {i}");
            next.Release();
        }

        (await reader.ReadLineAsync()).ShouldBeNull();
    }

    private static async Task<Asked> AskAsync(string target, string[] headers, string direct)
    {
        await using var backend = await TestBackend.StartAsync(address: $"http://127.0.0.1:{Streamix.Testing.Engines.FreePorts.Take()}");
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).With("Gateway:Direct:Enabled", direct));
        (await Wire.GetAsync(new Uri($"http://localhost:{gateway.Address.Port}"), target, headers)).Status().ShouldBe(200);
        var asked = backend.Last;
        asked.Headers.Remove("Host");
        asked.Headers["X-Forwarded-Host"] = "";
        return asked with { Headers = asked.Headers.ToDictionary(h => h.Key, h => h.Value.Replace(", ", ",")) };
    }
}
