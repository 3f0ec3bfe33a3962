using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Accounts;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Testing;
using Streamix.Users.Contracts.Accounts;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session.Gateways;

/// <summary>Two gateways before one session service: what it ends is refused by both.</summary>
public sealed class GatewayTests(GatewayRedis redis) : IAsyncLifetime, IClassFixture<GatewayRedis>
{
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;
    private GatewayHost _one = null!;
    private GatewayHost _two = null!;

    public async Task InitializeAsync()
    {
        _host = new(await Stores.CreateAsync(redis.Server));
        var doors = _host.Listen();
        (_one, _two) = (await GatewayHost.StartAsync(_host.Stores, doors), await GatewayHost.StartAsync(_host.Stores, doors));
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("sign-out", "signed-out")]
    [InlineData("revoke", "password-changed")]
    [InlineData("suspend", "suspended")]
    [InlineData("everywhere", "signed-out-everywhere")]
    [InlineData("reuse", "refresh-token-reused")]
    public async Task Session_EndedInAnyWay_IsRefusedByBothWithTheReason(string way, string reason)
    {
        var opened = await _host.OpenAsync(_account);
        await BothAsync(opened.AccessToken, HttpStatusCode.OK);
        await EndAsync(way, opened);
        await BothAsync(opened.AccessToken, HttpStatusCode.Unauthorized);
        (await (await _two.CallAsync(opened.AccessToken)).ShouldBeAsync(401)).Text("reason").ShouldBe(reason);
    }

    [Fact]
    public async Task Roles_Changed_OldTokensAreRefusedAndARefreshGoesOn()
    {
        var opened = await _host.OpenAsync(_account, o => o.Roles.Add("admin"));
        await BothAsync(opened.AccessToken, HttpStatusCode.OK);
        await _host.InScopeAsync(async (RenewRoles handler) =>
        {
            await handler.HandleAsync(new AccountRolesChanged(_account, [], 4, DateTimeOffset.UtcNow), new(Guid.NewGuid(), "", 1, "", default, "", 1), default);
            return true;
        });

        await BothAsync(opened.AccessToken, HttpStatusCode.Unauthorized);
        (await (await _one.CallAsync(opened.AccessToken)).ShouldBeAsync(401)).Text("reason").ShouldBe("roles-changed");
        using var anonymous = _one.Client("");
        var refreshed = await (await anonymous.PostAsJsonAsync("/api/v1/session/refresh", new { refreshToken = opened.RefreshToken })).ShouldBeAsync(200);
        await BothAsync(refreshed.Text("accessToken"), HttpStatusCode.OK);
    }

    /// <summary>The access token has expired, or what stands there is none: the gateway passes neither on.</summary>
    [Theory]
    [InlineData("cookie")]
    [InlineData("body")]
    public async Task SignOut_WithoutAnAccessTokenThatIsAccepted_EndsTheSessionOfTheRefreshToken(string way)
    {
        var opened = await _host.OpenAsync(_account, o => o.Cookies = way == "cookie");
        await BothAsync(opened.AccessToken, HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session/sign-out");
        using var client = _one.Client(way == "body" ? "expired" : "");
        if (way == "cookie")
        {
            client.DefaultRequestHeaders.Authorization = null;
            request.Headers.Add("Cookie", $"{SessionCookies.Access}=expired; {SessionCookies.Refresh}={opened.RefreshToken}");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }
        else
            request.Content = JsonContent.Create(new { refreshToken = opened.RefreshToken });

        await (await client.SendAsync(request)).ShouldBeAsync(204);

        await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("signed-out");
        await BothAsync(opened.AccessToken, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Profile_Removed_OldTokensAreRefusedAndARefreshGoesOnWithoutIt()
    {
        var (opened, profile) = (await _host.OpenAsync(_account), Guid.CreateVersion7());
        await _host.Get<FamilyStore>().EnterAsync(opened.SessionId, _account, profile);
        await BothAsync(opened.AccessToken, HttpStatusCode.OK);
        await _host.Get<FamilyStore>().ForgetProfileAsync(_account, profile);

        await BothAsync(opened.AccessToken, HttpStatusCode.Unauthorized);
        (await (await _two.CallAsync(opened.AccessToken)).ShouldBeAsync(401)).Text("reason").ShouldBe("profile-removed");
        var refreshed = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().TryGetProperty("pid", out _).ShouldBeFalse();
        await BothAsync(refreshed.Text("accessToken"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Session_NeverOpened_IsRefusedThoughItsSignatureIsGood()
    {
        var opened = await _host.OpenAsync(_account);
        await using var elsewhere = new SessionHost(_host.Stores with { Prefix = "elsewhere:" + Guid.NewGuid().ToString("n") });
        var ghost = await elsewhere.OpenAsync(_account);
        // A gateway's first call fetches keys and opens its channel, and may not have a word in time.
        await BothAsync(opened.AccessToken, HttpStatusCode.OK);
        (await _one.CallAsync(ghost.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _one.CallAsync(opened.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task EndAsync(string way, V1.Tokens opened)
    {
        switch (way)
        {
            case "sign-out":
                await (await _host.Client(opened.AccessToken).PostAsync("/session/sign-out", null)).ShouldBeAsync(204);
                break;
            case "revoke":
                await (await _host.CallsAsync("auth-identity")).RevokeAsync(new() { AccountId = _account.ToString(), Reason = "password-changed" });
                break;
            case "suspend":
                await _host.InScopeAsync(async (EndSessionsOfStatus handler) =>
                {
                    await handler.HandleAsync(new(_account, "suspended", null, 4, DateTimeOffset.UtcNow), new(Guid.NewGuid(), "", 1, "", default, "", 1), default);
                    return true;
                });
                break;
            case "everywhere":
                await _host.Client((await _host.OpenAsync(_account)).AccessToken).DeleteAsync("/session?everywhere=true");
                break;
            default:
                await _host.Client().RefreshedAsync(opened.RefreshToken);
                await _host.Client(agent: "Thief").RefreshAsync(opened.RefreshToken);
                break;
        }
    }

    private async Task BothAsync(string token, HttpStatusCode status)
    {
        foreach (var gateway in (GatewayHost[])[_one, _two])
            await Until.TrueAsync(async () => (await gateway.CallAsync(token)).StatusCode == status, $"{status} at both gateways");
    }
}
