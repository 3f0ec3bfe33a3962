using Microsoft.Net.Http.Headers;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class CookieTests : IAsyncLifetime
{
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Refresh_ByCookie_LaysBothCookiesAndTellsNoToken()
    {
        var opened = await _host.OpenAsync(change: o => o.Cookies = true);
        var answer = await RefreshAsync(opened.RefreshToken);
        var body = await answer.ShouldBeAsync(200);
        (body.GetProperty("accessToken").GetString(), body.GetProperty("refreshToken").GetString()).ShouldBe((null, null));

        var cookies = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]);
        var access = cookies.Single(c => c.Name == SessionCookies.Access);
        var refresh = cookies.Single(c => c.Name == SessionCookies.Refresh);
        (access.Path.ToString(), refresh.Path.ToString()).ShouldBe(("/", "/api/v1/session"));
        cookies.ShouldAllBe(c => c.HttpOnly && c.Secure && c.SameSite == SameSiteMode.Lax && c.Domain.Length == 0 && c.Expires > DateTimeOffset.UtcNow);
        access.Expires!.Value.ShouldBeLessThan(DateTimeOffset.UtcNow.AddMinutes(16));
        await (await _host.Client(access.Value.ToString()).GetAsync("/session")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Refresh_OfASessionThatShallNotPersist_LaysCookiesThatEndWithTheBrowser()
    {
        var opened = await _host.OpenAsync(change: o => (o.Cookies, o.Persistent) = (true, false));
        var answer = await RefreshAsync(opened.RefreshToken);
        await answer.ShouldBeAsync(200);
        var cookies = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]);
        cookies.Count.ShouldBe(2);
        cookies.ShouldAllBe(c => c.Expires == null && c.MaxAge == null);
    }

    [Fact]
    public async Task SignOut_ByTheRefreshCookieAlone_EndsTheSessionAndClearsBoth()
    {
        var opened = await _host.OpenAsync(change: o => o.Cookies = true);
        var answer = await PostAsync("/session/sign-out", opened.RefreshToken);
        await answer.ShouldBeAsync(204);
        answer.Headers.GetValues("Set-Cookie").Count(c => c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).ShouldBe(2);
        await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("signed-out");
    }

    [Fact]
    public async Task Refresh_ByACookieThatEnded_ClearsBoth()
    {
        var opened = await _host.OpenAsync();
        await _host.Client().PostAsJsonAsync("/session/sign-out", new { refreshToken = opened.RefreshToken });
        var answer = await RefreshAsync(opened.RefreshToken);
        await answer.ShouldHaveEndedAsync("signed-out");
        var cookies = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]);
        cookies.Select(c => (c.Name.ToString(), c.Path.ToString())).ShouldBe([(SessionCookies.Access, "/"), (SessionCookies.Refresh, "/api/v1/session")], ignoreOrder: true);
        cookies.ShouldAllBe(c => c.Value.Length == 0 && c.Expires == DateTimeOffset.UnixEpoch && c.Secure);
    }

    [Fact]
    public async Task Refresh_ByBody_LaysNoCookies()
    {
        var answer = await _host.Client().RefreshAsync((await _host.OpenAsync()).RefreshToken);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private Task<HttpResponseMessage> RefreshAsync(string token) => PostAsync("/session/refresh", token);

    private Task<HttpResponseMessage> PostAsync(string path, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Cookie", $"theme=dark; {SessionCookies.Refresh}={token}");
        return _host.Client().SendAsync(request);
    }
}
