using System.Net;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Direct;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false)]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length:5\r\nContent-Length: 5\r\n\r\nhello", false)]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nTrailer: x\r\n\r\n", false)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nhello", true)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello", true)]
    public async Task Answer_AnyGoodFraming_ArrivesWhole(string answer, bool closes)
    {
        using var backend = new RawBackend(answer, closes);
        await using var gateway = await StartAsync(backend);
        for (var i = 0; i < 3; i++)
        {
            (await gateway.Client.GetStringAsync("/api/v1/notes/1")).ShouldBe("hello");
        }

        backend.Connections.ShouldBe(closes ? 3 : 1);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 xyz OK\r\n\r\n")]
    [InlineData("HTTP/1.1 099 OK\r\n\r\n")]
    [InlineData("HTTP/2.0 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX : a\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX: a\nSet-Cookie: b\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello")]
    [InlineData("")]
    public async Task Answer_Broken_Is502AndNothingOfItRemains(string answer)
    {
        using var backend = new RawBackend(answer, closes: true);
        await using var gateway = await StartAsync(backend);
        var response = await gateway.Client.GetAsync("/api/v1/notes/1");
        await response.ShouldBeProblemAsync(HttpStatusCode.BadGateway);
        response.Header("X").ShouldBeEmpty();
        response.Header("Set-Cookie").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello!!\r\n0\r\n\r\n")]
    public async Task Answer_EndsEarly_IsCutForTheClientToo(string answer)
    {
        using var backend = new RawBackend(answer, closes: true);
        await using var gateway = await StartAsync(backend);
        await Should.ThrowAsync<HttpRequestException>(() => gateway.Client.GetStringAsync("/api/v1/notes/1"));
    }

    [Fact]
    public async Task Answer_HeadWithoutEnd_IsRefusedInBoundedMemory()
    {
        using var backend = new RawBackend("HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000), closes: true);
        await using var gateway = await StartAsync(backend);
        await (await gateway.Client.GetAsync("/api/v1/notes/1")).ShouldBeProblemAsync(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Answer_WithMoreThanAsked_IsNotTakenForTheNext()
    {
        using var backend = new RawBackend("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{n}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
        await using var gateway = await StartAsync(backend);
        for (var i = 1; i <= 4; i++)
        {
            (await gateway.Client.GetStringAsync("/api/v1/notes/1")).ShouldBe(i.ToString());
        }
    }

    [Fact]
    public async Task Connection_ClosedSinceLastUse_CostsNobodyAnError()
    {
        using var backend = new RawBackend("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{n}", closes: true);
        await using var gateway = await StartAsync(backend);
        for (var i = 1; i <= 5; i++)
        {
            (await gateway.Client.GetStringAsync("/api/v1/notes/1")).ShouldBe(i.ToString());
        }
    }

    [Fact]
    public async Task Head_TellsTheLengthWithoutABody()
    {
        using var backend = new RawBackend("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nETag: \"x\"\r\n\r\n");
        await using var gateway = await StartAsync(backend);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/notes/1");
            var answer = await gateway.Client.SendAsync(request);
            answer.Content.Headers.ContentLength.ShouldBe(500);
            answer.Headers.ETag!.Tag.ShouldBe("\"x\"");
        }

        backend.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\nETag: \"x\"\r\n\r\n", 304)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 204)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 404)]
    public async Task Answer_WithoutBody_Passes(string answer, int status)
    {
        using var backend = new RawBackend(answer);
        await using var gateway = await StartAsync(backend);
        for (var i = 0; i < 2; i++)
        {
            ((int)(await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode).ShouldBe(status);
        }

        backend.Connections.ShouldBe(1);
    }

    private static Task<GatewayHost> StartAsync(RawBackend backend) => GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Notes("""
        "health": { "active": false, "failures": 100 }, "routes": [ { "access": "anonymous" } ]
        """));
}
