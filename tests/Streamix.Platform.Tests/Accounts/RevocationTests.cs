using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Testing;
using Streamix.Testing.Tokens;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>What ends a session is known to both gateways at once, though each has seen the token work.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class RevocationTests(AccountsGraph graph, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>It is one second; the rest is for a machine that is busy with all the platform.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);
    private IReadOnlyList<HttpClient> _gateways = [];

    public async Task InitializeAsync() => _gateways = await graph.CreateGatewayClientsAsync();

    public Task DisposeAsync()
    {
        foreach (var gateway in _gateways) gateway.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var session = await EnterAsync(await graph.People.SomebodyAsync());
        using var http = graph.CreateBareClient().As(session.AccessToken);

        (await http.PostAsync("/api/v1/session/sign-out", content: null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await RefusedAsync(session, "signed-out");
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySession()
    {
        var person = await graph.People.JoinAsync();
        var (here, there) = (await EnterAsync(person), await EnterAsync(person));
        using var http = graph.CreateBareClient().As(here.AccessToken);

        (await http.DeleteAsync("/api/v1/session?everywhere=true")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await RefusedAsync(here, "signed-out-everywhere");
        await RefusedAsync(there, "signed-out-everywhere");
    }

    [Fact]
    public async Task PasswordChange_EndsTheOtherSessions()
    {
        var person = await graph.People.JoinAsync();
        var (here, there) = (await EnterAsync(person), await EnterAsync(person));
        using var http = graph.CreateBareClient().As(here.AccessToken);

        using var changed = await http.PutAsJsonAsync("/api/v1/identity/password", new { currentPassword = Person.Password, newPassword = "another house by the sea 1852" });

        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await RefusedAsync(there, "password-changed");
        (await http.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Suspension_EndsEverySession()
    {
        var person = await graph.People.JoinAsync();
        var session = await EnterAsync(person);
        using var admin = await graph.People.AdministratorAsync();

        using var suspended = await admin.PostAsJsonAsync($"/api/v1/account/admin/accounts/{person.Account}/suspend", new { reason = "abuse" });

        suspended.StatusCode.ShouldBe(HttpStatusCode.NoContent, await suspended.Content.ReadAsStringAsync());
        await RefusedAsync(session, "suspended");
        using var http = graph.CreateBareClient();
        (await http.PostAsJsonAsync("/api/v1/session/refresh", new { refreshToken = session.RefreshToken })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task RemovalOfARole_EndsTheTokensThatHaveIt()
    {
        const string ForSupport = "/api/v1/account/admin/accounts";
        var person = await graph.People.JoinAsync();
        var role = $"{ForSupport}/{person.Account}/roles/support";
        using var admin = await graph.People.AdministratorAsync();
        (await admin.PutAsync(role, content: null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        SignedIn session = null!;
        await Until.TrueAsync(async () => await StatusAsync(_gateways[0], (session = await graph.People.SignInAsync(person)).AccessToken, ForSupport) == HttpStatusCode.OK, "the role is given");

        (await admin.DeleteAsync(role)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await RefusedAsync(session, "roles-changed");
        using var refreshed = await _gateways[1].PostAsJsonAsync("/api/v1/session/refresh", new { refreshToken = session.RefreshToken });
        var token = (await refreshed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        foreach (var gateway in _gateways)
        {
            (await StatusAsync(gateway, token, ForSupport)).ShouldBe(HttpStatusCode.Forbidden);
            (await StatusAsync(gateway, token)).ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Signs in and is seen by both gateways.</summary>
    private async Task<SignedIn> EnterAsync(Person person)
    {
        var session = await graph.People.SignInAsync(person);
        foreach (var gateway in _gateways)
            (await StatusAsync(gateway, session.AccessToken)).ShouldBe(HttpStatusCode.OK);
        return session;
    }

    private async Task RefusedAsync(SignedIn session, string reason)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(_gateways.Select(async (gateway, i) =>
        {
            var said = "";
            await Until.TrueAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account") { Headers = { Authorization = new("Bearer", session.AccessToken) } };
                using var answer = await gateway.SendAsync(request);
                said = await answer.Content.ReadAsStringAsync();
                return answer.StatusCode == HttpStatusCode.Unauthorized;
            }, $"gateway {i} refuses the token at once", AtOnce);
            output.WriteLine($"{reason}: gateway {i} after {clock.ElapsedMilliseconds} ms");
            JsonDocument.Parse(said).RootElement.GetProperty("reason").GetString().ShouldBe(reason);
        }));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient gateway, string token, string path = "/api/v1/account")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await gateway.SendAsync(request);
        return answer.StatusCode;
    }
}
