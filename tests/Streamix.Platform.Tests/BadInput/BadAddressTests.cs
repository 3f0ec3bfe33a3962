using Xunit;

namespace Streamix.Platform.Tests.BadInput;

public sealed class BadAddressTests(Graph graph) : AtBothDoors(graph)
{
    [Theory]
    [InlineData("?title=%")]
    [InlineData("?title=%zz")]
    [InlineData("?title=%00")]
    [InlineData("?title=%ff")]
    [InlineData("?title=%c3%28")]
    [InlineData("?title=%ed%a0%80")]
    [InlineData("/%ff")]
    [InlineData("/%zz")]
    [InlineData("?limit=ten")]
    [InlineData("?limit=1e3")]
    [InlineData("?limit=99999999999999999999")]
    [InlineData("?after=garbage")]
    [InlineData("?after=%7B%22id%22%3A1%7D")]
    public Task Address_WithoutMeaning_Is400(string rest) => ProblemAsync(400, door => door.Get(door.Notes + rest));

    [Theory]
    [InlineData("/not-a-guid")]
    [InlineData("/00000000-0000-0000-0000-000000000000")]
    [InlineData("/../internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/%2e%2e/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/..%2finternal%2fpersonal-data%2f0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("/..;/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/%252e%252e/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/....//....//etc/passwd")]
    [InlineData("/1'%20OR%20'1'='1")]
    public Task Address_OfNothing_Is404OrForbidden(string rest) => UnchangedAsync(async door =>
    {
        var answer = await door.SendAsync(door.Get(door.Notes + rest));
        // Straight to the service a path may lead to an internal route, which is not for users.
        answer.ShouldBeProblem(door.Name == "service" && answer.Status == 403 ? 403 : 404, door.Name);
    });

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("A-METHOD-NOBODY-HAS-HEARD-OF")]
    public Task Method_Unknown_Is405(string method) => ProblemAsync(405, door => door.Head(method, door.Notes));

    [Theory]
    [InlineData(9 * 1024)]
    [InlineData(30 * 1024)]
    public Task Address_TooLong_Is414(int length) => ProblemAsync(414, door => door.Get($"{door.Notes}?title={new string('a', length)}"));

    [Fact]
    public Task Address_FarTooLong_Is414WithoutARequest() => RefusedAsync(414, door => door.Get($"{door.Notes}?title={new string('a', 1024 * 1024)}"));
}
