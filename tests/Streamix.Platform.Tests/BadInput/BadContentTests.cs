using System.IO.Compression;
using System.Text;
using Xunit;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>What the body claims to be, and how large it is.</summary>
public sealed class BadContentTests(Graph graph) : AtBothDoors(graph)
{
    private const int TenMegabytes = 10 * 1024 * 1024;
    private static readonly byte[] Good = """{"title":"a","text":"b"}"""u8.ToArray();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-never-heard-of")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json, text/plain")]
    [InlineData("not a type")]
    [InlineData("")]
    public Task ContentType_Foreign_Is415(string type) => ProblemAsync(415, door => door.Post(Good, $"Content-Type: {type}"));

    [Fact]
    public Task ContentType_Absent_Is415() => ProblemAsync(415, door => [.. door.Head("POST", door.Notes, $"Content-Length: {Good.Length}"), .. Good]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    [InlineData("identity, gzip")]
    [InlineData("rot13")]
    public Task ContentEncoding_Any_Is415(string encoding) => ProblemAsync(415, door => door.Post(Bomb(), $"Content-Encoding: {encoding}"));

    [Fact]
    public Task Body_GzippedWithoutSayingSo_Is400() => ProblemAsync(400, door => door.Post(Bomb()));

    [Fact]
    public Task Body_OfTenMegabytes_Is413() => ProblemAsync(413, door => door.Post(Note(TenMegabytes)));

    [Fact]
    public Task Body_OfTenMegabytesInChunks_Is413() => ProblemAsync(413, door => [.. door.PostHead("Transfer-Encoding: chunked"), .. Chunks(Note(TenMegabytes))]);

    [Theory]
    [InlineData(129 * 1024)]
    [InlineData(200 * 1024)]
    [InlineData(900 * 1024)]
    public Task Body_BeyondTheRoutesLimit_Is413(int bytes) => ProblemAsync(413, door => door.Post(Note(bytes)));

    [Theory]
    [InlineData(129 * 1024)]
    [InlineData(200 * 1024)]
    [InlineData(900 * 1024)]
    public Task Body_BeyondTheRoutesLimitInChunks_Is413(int bytes) => ProblemAsync(413, door => [.. door.PostHead("Transfer-Encoding: chunked"), .. Chunks(Note(bytes))]);

    [Theory]
    [InlineData("10737418240")]
    [InlineData("9223372036854775807")]
    public Task Body_AnnouncedTooLarge_Is413BeforeItArrives(string length) => ProblemAsync(413, door => door.PostHead($"Content-Length: {length}"));

    [Fact]
    public Task Body_AnnouncedTooLargeAndWaiting_Is413WithoutContinue() =>
        ProblemAsync(413, door => door.PostHead("Content-Length: 99999999", "Expect: 100-continue"));

    [Fact]
    public Task Body_Right_IsStoredAtBothDoors() => CreatedAsync(Good);

    private static byte[] Note(int bytes) => Encoding.ASCII.GetBytes($$"""{"title":"a","text":"{{new string('a', bytes)}}"}""");

    private static byte[] Chunks(byte[] body) =>
        [.. body.Chunk(64 * 1024).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(new byte[TenMegabytes]);
        return packed.ToArray();
    }
}
