using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class MySessionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task List_ShowsDevicePlaceUseAndWhichIsMine()
    {
        var opened = await _host.OpenAsync(_account);
        await _host.OpenAsync(_account, o => o.Client = new() { UserAgent = "x" });
        await _host.OpenAsync();

        var items = (await (await _host.Client(opened.AccessToken).GetAsync("/session")).ShouldBeAsync(200)).GetProperty("items");

        items.GetArrayLength().ShouldBe(2);
        var mine = items.EnumerateArray().Single(i => i.GetProperty("current").GetBoolean());
        (mine.Text("id"), mine.Text("device"), mine.Text("method"), mine.Text("address")).ShouldBe((opened.SessionId, "Firefox on Linux", "password", "203.0.113.7"));
        (mine.GetProperty("place").Text("country"), mine.GetProperty("place").Text("city")).ShouldBe(("DE", "Berlin"));
        items.EnumerateArray().Single(i => !i.GetProperty("current").GetBoolean()).Text("device").ShouldBe("Unknown device");
    }

    [Fact]
    public async Task List_IsPagedLatestFirst()
    {
        List<string> opened = [];
        for (var i = 0; i < 5; i++)
        {
            opened.Insert(0, (await _host.OpenAsync(_account)).SessionId);
            _time.Advance(TimeSpan.FromMilliseconds(5));
        }

        var client = _host.Client((await _host.OpenAsync(_account)).AccessToken);
        List<string> seen = [];
        string? after = "";
        while (after is not null)
        {
            var page = await (await client.GetAsync($"/session?limit=2&after={after}")).ShouldBeAsync(200);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text("id")));
            after = page.GetProperty("next").GetString();
        }

        seen.Skip(1).ShouldBe(opened);
        await (await client.GetAsync("/session?after=zzz")).ShouldBeAsync(400);
        await (await client.GetAsync("/session?limit=0")).ShouldBeAsync(400);
    }

    [Fact]
    public async Task End_AnotherOfMine_EndsIt()
    {
        var (mine, other) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        await (await _host.Client(mine.AccessToken).DeleteAsync($"/session/{other.SessionId}")).ShouldBeAsync(204);
        await (await _host.Client().RefreshAsync(other.RefreshToken)).ShouldHaveEndedAsync("revoked");
        await _host.Client().RefreshedAsync(mine.RefreshToken);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("../account")]
    [InlineData("x")]
    [InlineData("%2a")]
    public async Task End_OfWhatIsNotMine_Is404AndEndsNothing(string id)
    {
        var (mine, stranger) = (await _host.OpenAsync(_account), await _host.OpenAsync());
        var answer = await _host.Client(mine.AccessToken).DeleteAsync($"/session/{(id == "stranger" ? stranger.SessionId : Uri.EscapeDataString(id))}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await _host.Client().RefreshedAsync(stranger.RefreshToken);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?everywhere=false", true)]
    [InlineData("?everywhere=true", false)]
    public async Task EndMany_OthersOrEverywhere_KeepsThisOneOrNot(string scope, bool kept)
    {
        var (mine, other, stranger) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account), await _host.OpenAsync());
        var answer = await (await _host.Client(mine.AccessToken).DeleteAsync("/session" + scope)).ShouldBeAsync(200);

        answer.GetProperty("ended").GetInt32().ShouldBe(kept ? 1 : 2);
        await (await _host.Client().RefreshAsync(other.RefreshToken)).ShouldHaveEndedAsync("signed-out-everywhere");
        (await _host.Client().RefreshAsync(mine.RefreshToken)).StatusCode.ShouldBe(kept ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        await _host.Client().RefreshedAsync(stranger.RefreshToken);
    }

    [Fact]
    public async Task SignOut_ByAccessOrRefreshToken_EndsThatSession()
    {
        var (byAccess, byRefresh) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        await (await _host.Client(byAccess.AccessToken).PostAsync("/session/sign-out", null)).ShouldBeAsync(204);
        await (await _host.Client().PostAsJsonAsync("/session/sign-out", new { refreshToken = byRefresh.RefreshToken })).ShouldBeAsync(204);
        await (await _host.Client().RefreshAsync(byAccess.RefreshToken)).ShouldHaveEndedAsync("signed-out");
        await (await _host.Client().RefreshAsync(byRefresh.RefreshToken)).ShouldHaveEndedAsync("signed-out");
    }

    [Fact]
    public async Task SignOut_ByTokensOfTwoSessions_EndsBoth()
    {
        var (one, two) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        await (await _host.Client(one.AccessToken).PostAsJsonAsync("/session/sign-out", new { refreshToken = two.RefreshToken })).ShouldBeAsync(204);
        await (await _host.Client().RefreshAsync(one.RefreshToken)).ShouldHaveEndedAsync("signed-out");
        await (await _host.Client().RefreshAsync(two.RefreshToken)).ShouldHaveEndedAsync("signed-out");
    }

    [Fact]
    public async Task SignOut_ByATokenThatWasRefreshedSince_EndsTheSession()
    {
        var opened = await _host.OpenAsync(_account);
        var current = await _host.Client().RefreshedAsync(opened.RefreshToken);
        _time.Advance(TimeSpan.FromHours(1));
        await (await _host.Client().PostAsJsonAsync("/session/sign-out", new { refreshToken = opened.RefreshToken })).ShouldBeAsync(204);
        await (await _host.Client().RefreshAsync(current)).ShouldHaveEndedAsync("signed-out");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"refreshToken":null}""")]
    [InlineData("""{"refreshToken":"garbage"}""")]
    [InlineData("")]
    public async Task SignOut_OfNobody_ClearsTheCookiesAllTheSame(string body)
    {
        using var content = body.Length == 0 ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await _host.Client().PostAsync("/session/sign-out", content);
        await answer.ShouldBeAsync(204);
        answer.Headers.GetValues("Set-Cookie").Count(c => c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).ShouldBe(2);
    }
}
