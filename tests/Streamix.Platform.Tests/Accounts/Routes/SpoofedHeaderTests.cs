using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>What services take for the word of the platform is dropped when a client says it.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class SpoofedHeaderTests(AccountsGraph graph)
{
    private const string Elsewhere = "203.0.113.9";

    [Fact]
    public async Task IdentityHeaders_WithoutASession_OpenNothing()
    {
        var (violations, spoofs) = (new Violations(), await SpoofsAsync((await graph.People.SomebodyAsync()).Account));
        using var http = graph.CreateBareClient();

        foreach (var path in (string[])["account", "profiles", "session", "identity/factors", "account/admin/accounts", "email/campaigns"])
        {
            using var answer = await http.SendAsync(Request(path, spoofs));
            await violations.ExpectAsync($"GET {path}", answer, 401);
        }
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task IdentityHeaders_WithASession_MakeNobodyElseOfIt()
    {
        var (violations, somebody) = (new Violations(), await graph.People.SomebodyAsync());
        var spoofs = await SpoofsAsync(Guid.Parse((await AdministratorsAccountAsync())!));
        var token = (await graph.People.SignInAsync(somebody)).AccessToken;
        using var http = graph.CreateBareClient();

        using var account = await http.SendAsync(Request("account", spoofs, token));
        (await account.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid().ShouldBe(somebody.Account);
        foreach (var path in (string[])["account/admin/accounts", "email/campaigns", "email/mails", "gateway/routes"])
        {
            using var answer = await http.SendAsync(Request(path, spoofs, token));
            await violations.ExpectAsync($"GET {path}", answer, 403);
        }
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task ForwardedHeaders_AtSignIn_DoNotBecomeTheSessionsAddress()
    {
        var somebody = await graph.People.SomebodyAsync();
        using var http = graph.CreateBareClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/identity/sign-in") { Content = JsonContent.Create(new { email = somebody.Email, password = Person.Password }) };
        foreach (var (name, value) in Forwarded) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();

        using var signedIn = await http.SendAsync(request);

        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("session").GetProperty("accessToken").GetString()!;
        using var sessions = await http.SendAsync(Request("session", [], token));
        var mine = (await sessions.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().Single(session => session.GetProperty("current").GetBoolean());
        mine.GetProperty("address").GetString().ShouldBeOneOf("127.0.0.1", "::1");
    }

    [Fact]
    public async Task OverridesOfMethodAndAddress_AreNotFollowed()
    {
        using var http = await graph.People.ClientOfAsync(await graph.People.SomebodyAsync());
        var profiles = await http.GetStringAsync("/api/v1/profiles");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account");
        foreach (var name in (string[])["X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override"]) request.Headers.Add(name, "DELETE");
        foreach (var name in (string[])["X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path"]) request.Headers.Add(name, "/internal/personal-data");

        using var answer = await http.SendAsync(request);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        (await http.GetStringAsync("/api/v1/profiles")).ShouldBe(profiles);
    }

    private static readonly (string, string)[] Forwarded =
    [
        ("X-Forwarded-For", Elsewhere), ("X-Real-IP", Elsewhere), ("True-Client-IP", Elsewhere), ("X-Client-IP", Elsewhere), ("CF-Connecting-IP", Elsewhere),
        ("Forwarded", $"for={Elsewhere};proto=https;host=evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Original-For", Elsewhere),
    ];

    private async Task<(string, string)[]> SpoofsAsync(Guid victim) =>
    [
        ("X-User-Id", victim.ToString()), ("X-User", victim.ToString()), ("X-Account-Id", victim.ToString()), ("X-Profile-Id", victim.ToString()), ("X-Session-Id", victim.ToString("n")),
        ("X-Auth-User", victim.ToString()), ("X-Streamix-Caller", $"account:{victim:n}"), ("X-Roles", "admin"), ("X-Role", "admin"), ("X-User-Roles", "admin"), ("X-Internal-Call", "true"),
        ("Streamix-Service-Token", await PlatformKey.ServiceTokenAsync(graph)), .. Forwarded,
    ];

    private async Task<string?> AdministratorsAccountAsync()
    {
        using var admin = await graph.People.AdministratorAsync();
        return (await admin.GetFromJsonAsync<JsonElement>("/api/v1/account")).GetProperty("id").GetString();
    }

    private static HttpRequestMessage Request(string path, (string, string)[] headers, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return request;
    }
}
