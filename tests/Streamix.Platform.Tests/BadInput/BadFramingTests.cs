using System.Net.Sockets;
using System.Text;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>Requests whose end two servers could see in different places, and bytes that are no request.</summary>
public sealed class BadFramingTests(Graph graph) : AtBothDoors(graph)
{
    private const string Good = """{"title":"a","text":"b"}""";

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-5\r\n{}\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}x\r\n0\r\n\r\n")]
    [InlineData("2\n{}\n0\n\n")]
    public Task Chunk_Malformed_Is400(string body) => ProblemAsync(400, door => [.. door.PostHead("Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes(body)]);

    [Theory]
    [InlineData("Content-Length: 24", "Transfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: chunked", "Content-Length: 4")]
    public Task Length_BesideChunks_Is400AndTheRestIsNoRequest(string first, string second) => UnchangedAsync(async door =>
    {
        var answer = await door.SendAsync([.. door.PostHead(first, second), .. Encoding.ASCII.GetBytes($"{Good.Length:x}\r\n{Good}\r\n0\r\n\r\n"), .. door.Get(door.Notes)]);

        answer.ShouldBeProblem(400, door.Name);
        answer.Raw.Split("HTTP/1.1 ").Length.ShouldBe(2, "one answer, then the end");
    });

    [Theory]
    [InlineData("Content-Length: 5", "Content-Length: 24")]
    [InlineData("Content-Length: 24, 24", "X-Nothing: 1")]
    [InlineData("Transfer-Encoding: chunked, identity", "X-Nothing: 1")]
    [InlineData("Transfer-Encoding: xchunked", "X-Nothing: 1")]
    public Task Length_Ambiguous_Is400(string first, string second) => RefusedAsync(400, door => [.. door.PostHead(first, second), .. Encoding.ASCII.GetBytes(Good)]);

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /alive HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET alive HTTP/1.1\r\nHost: x\r\n\r\n", 405)]
    [InlineData("GET /alive HTTP/9.9\r\nHost: x\r\n\r\n", 505)]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n", 400)]
    [InlineData("\0\0\0\0\0\0\0\0\r\n\r\n", 400)]
    public Task Bytes_NoRequest_AreRefused(string bytes, int status) => RefusedAsync(status, _ => Encoding.Latin1.GetBytes(bytes));

    [Fact]
    public Task Body_ShorterThanItsLength_Is400() => UnchangedAsync(async door =>
    {
        var answer = await Wire.SendAsync(door.Address, async (stream, ct) =>
        {
            await stream.WriteAsync((byte[])[.. door.PostHead("Content-Length: 100"), .. Encoding.ASCII.GetBytes(Good)], ct);
            stream.Socket.Shutdown(SocketShutdown.Send);
        });

        answer.Status.ShouldBeOneOf(400, 0);
    });
}
