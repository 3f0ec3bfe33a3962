using Xunit;

namespace Streamix.Platform.Tests.BadInput;

public sealed class BadHeaderTests(Graph graph) : AtBothDoors(graph)
{
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public Task Headers_TooMany_Is431(int count) => ProblemAsync(431, door => door.Get(door.Notes, Enumerable.Range(0, count).Select(i => $"X-Flood-{i}: y")));

    [Fact]
    public Task Headers_OneManyTimes_Is431() => ProblemAsync(431, door => door.Get(door.Notes, Enumerable.Repeat("Accept: text/plain", 1000)));

    [Theory]
    [InlineData("X-Large")]
    [InlineData("Cookie")]
    public Task Header_Of64Kilobytes_Is431(string name) => ProblemAsync(431, door => door.Get(door.Notes, $"{name}: {new string('a', 64 * 1024)}"));

    [Fact]
    public Task Headers_OfAMegabyte_Is431WithoutARequest() =>
        RefusedAsync(431, door => door.Get(door.Notes, Enumerable.Range(0, 1024).Select(i => $"X-Flood-{i}: {new string('y', 1024)}")));

    [Theory]
    [InlineData("no colon")]
    [InlineData("Space-Before : x")]
    [InlineData(": no name")]
    [InlineData("X-Folded: a\r\n b")]
    [InlineData("X-Nul: a\0b")]
    [InlineData("X-Bare: a\rb")]
    public Task Header_Malformed_Is400(string header) => RefusedAsync(400, door => door.Get(door.Notes, header));

    [Theory]
    [InlineData("Host: elsewhere")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: abc")]
    [InlineData("Content-Length: 99999999999999999999999")]
    public Task Header_ContradictingTheRequest_Is400(string header) => RefusedAsync(400, door => door.Get(door.Notes, header));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer \u00ff\u00fe")]
    public Task Authorization_Worthless_Is401(string value) => ProblemAsync(401, door => [
        .. System.Text.Encoding.Latin1.GetBytes($"GET {door.Notes} HTTP/1.1\r\nHost: {door.Address.Authority}\r\nConnection: close\r\nAuthorization: {value}\r\n\r\n")]);

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("\u00e9")]
    [InlineData("long")]
    public Task IdempotencyKey_Malformed_Is400(string key) => ProblemAsync(400, door =>
        door.Post("""{"title":"a","text":"b"}"""u8.ToArray(), $"Idempotency-Key: {(key == "long" ? new string('k', 1000) : key)}"));
}
