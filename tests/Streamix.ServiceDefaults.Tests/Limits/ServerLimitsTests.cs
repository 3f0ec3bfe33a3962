using System.Text;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Limits;

/// <summary>What only a real server on a real socket can show.</summary>
public sealed class ServerLimitsTests : IAsyncLifetime
{
    private const string Post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private TestService _service = null!;
    private int _handled;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(
        _ => { },
        app =>
        {
            app.MapPost("/echo", (Echo echo) => Interlocked.Increment(ref _handled)).AllowAnonymous();
            app.MapPost("/small", (Echo echo) => Interlocked.Increment(ref _handled)).AllowAnonymous().WithBodyLimit(100);
            app.MapGet("/slow", async (CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken)).AllowAnonymous();
        },
        listen: true,
        settings: [
            ("Http:Limits:BodyBytes", "65536"), ("Http:Limits:HeaderBytes", "16384"), ("Http:Limits:HeaderCount", "50"), ("Http:Limits:HeadersTimeout", "00:00:01"),
            ("Http:Limits:BodyBytesPerSecond", "4096"), ("Http:Limits:BodyGrace", "00:00:01.5"), ("Http:Limits:RequestTimeout", "00:00:05"),
        ]);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Body_LargerThanDeclaredLimit_Is413()
    {
        var response = await _service.Client().PostAsync("/echo", Json(70_000));
        await response.ShouldBeProblemAsync(413);
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task Body_LargerThanTheEndpointsLimit_Is413() => await (await _service.Client().PostAsync("/small", Json(200))).ShouldBeProblemAsync(413);

    [Fact]
    public async Task Body_EndlessInChunks_Is413()
    {
        var answer = await RawHttp.SendAsync(_service.Address, Post + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"text\":\r\n1\r\n\"\r\n", async (stream, token) =>
        {
            var chunk = Encoding.ASCII.GetBytes("1000\r\n" + new string('a', 4096) + "\r\n");
            for (var i = 0; i < 1000; i++)
                await stream.WriteAsync(chunk, token);
        });
        answer.Status().ShouldBe(413);
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task Body_TooSlow_Is408()
    {
        var answer = await RawHttp.SendAsync(_service.Address, Post + "Content-Length: 1000\r\n\r\n{\"text\":\"", async (stream, token) =>
        {
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync("a"u8.ToArray(), token);
                await Task.Delay(100, token);
            }
        });
        answer.Status().ShouldBe(408);
        answer.ShouldContain("application/problem+json");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task Headers_TooMany_Is431() =>
        (await RawHttp.SendAsync(_service.Address, "GET /alive HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"x-{i}: y\r\n")) + "\r\n"))
            .Status().ShouldBe(431);

    [Fact]
    public async Task Headers_TooLarge_Is431() =>
        (await RawHttp.SendAsync(_service.Address, $"GET /alive HTTP/1.1\r\nHost: x\r\nx-large: {new string('x', 20_000)}\r\n\r\n")).Status().ShouldBe(431);

    [Fact]
    public async Task Headers_NeverEnding_EndsConnection()
    {
        var answer = await RawHttp.SendAsync(_service.Address, "GET /alive HTTP/1.1\r\nHost: x\r\n", async (stream, token) =>
        {
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync("a"u8.ToArray(), token);
                await Task.Delay(50, token);
            }
        });
        answer.Status().ShouldBe(408);
    }

    [Fact]
    public async Task RequestLine_TooLong_Is414() =>
        (await RawHttp.SendAsync(_service.Address, $"GET /{new string('x', 10_000)} HTTP/1.1\r\nHost: x\r\n\r\n")).Status().ShouldBe(414);

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET /alive HTTP/1.1\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /alive HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    public async Task Request_Broken_IsRefused(string request) => (await RawHttp.SendAsync(_service.Address, request)).Status().ShouldBeInRange(400, 505);

    [Fact]
    public async Task Handler_TooSlow_Is503WithRetryAfter()
    {
        var response = await _service.Client().GetAsync("/slow");
        await response.ShouldBeProblemAsync(503);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Service_AfterAFlood_StillAnswers()
    {
        var floods = Enumerable.Range(0, 50).Select(i => RawHttp.SendAsync(_service.Address, i % 2 == 0 ? new string('\0', 100_000) : $"GET / HTTP/1.1\r\n{new string('a', 50_000)}"));
        await Task.WhenAll(floods);
        (await _service.Client().GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _service.Client().PostAsync("/echo", Json(10))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static StringContent Json(int size) => new($"{{\"text\":\"{new string('a', size)}\"}}", Encoding.UTF8, "application/json");

    internal sealed record Echo(string Text);
}
