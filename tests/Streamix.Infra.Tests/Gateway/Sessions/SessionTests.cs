using System.Net;
using System.Text;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private TestBackend _backend = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        _backend = await TestBackend.StartAsync();
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _backend.Address).Notes("""
            "routes": [ {}, { "path": "/open", "access": "anonymous" }, { "path": "/admin", "access": "role:admin,editor" } ]
            """));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task NoToken_Is401WithChallenge()
    {
        var answer = await _gateway.Client.GetAsync("/api/v1/notes/1");
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        answer.Header("WWW-Authenticate").ShouldBe("Bearer");
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bearer_IsPassedOn()
    {
        var token = TokenIssuer.Shared.Issue();
        (await _gateway.ClientOf(token).GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _backend.Last.Headers["Authorization"].ShouldBe("Bearer " + token);
    }

    [Fact]
    public async Task Cookie_BecomesBearerAndStaysHere()
    {
        var token = TokenIssuer.Shared.Issue();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/1");
        request.Headers.Add("Cookie", $"theme=dark; __Host-streamix-access={token}; lang=en");
        (await _gateway.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _backend.Last.Headers["Authorization"].ShouldBe("Bearer " + token);
        _backend.Last.Headers["Cookie"].ShouldBe("theme=dark; lang=en");
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task BadToken_Is401(string kind, string token)
    {
        kind.ShouldNotBeEmpty();
        await (await _gateway.ClientOf(token).GetAsync("/api/v1/notes/1")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        _backend.Requests.ShouldBeEmpty();
    }

    public static TheoryData<string, string> BadTokens => new()
    {
        { "another key", new TokenIssuer().Issue() },
        { "expired", TokenIssuer.Shared.Issue(expires: TimeSpan.FromMinutes(-2)) },
        { "another audience", TokenIssuer.Shared.Issue(audience: "streamix-internal") },
        { "no signature", Unsigned() },
        { "cut", TokenIssuer.Shared.Issue()[..^6] },
        { "no token at all", "abc" },
        { "very long", new string('a', 9000) + ".b.c" },
    };

    [Fact]
    public async Task BadToken_OnAnOpenRoute_IsTakenOff()
    {
        (await _gateway.ClientOf("abc.def.ghi").GetAsync("/api/v1/notes/open")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _backend.Last.Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task Basic_OnAnOpenRoute_Passes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/open");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic YTpi");
        await _gateway.Client.SendAsync(request);
        _backend.Last.Headers["Authorization"].ShouldBe("Basic YTpi");
    }

    [Fact]
    public async Task Role_Missing_Is403() =>
        await (await _gateway.SignedIn("moderator").GetAsync("/api/v1/notes/admin")).ShouldBeProblemAsync(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Role_OneOfThem_Passes() =>
        (await _gateway.SignedIn("editor").GetAsync("/api/v1/notes/admin")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static string Unsigned()
    {
        var parts = TokenIssuer.Shared.Issue().Split('.');
        return Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"at+jwt"}""")).TrimEnd('=') + "." + parts[1] + ".";
    }
}
