using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Session.Keys;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class RefreshTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Refresh_WithTheCurrentToken_GivesNewTokensOfTheSameSession()
    {
        var account = Guid.CreateVersion7();
        var opened = await _host.OpenAsync(account);
        var answer = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);

        answer.Text("sessionId").ShouldBe(opened.SessionId);
        answer.Text("refreshToken").ShouldNotBe(opened.RefreshToken);
        var claims = answer.Text("accessToken").Claims();
        (claims.Text("sub"), claims.Text("sid"), claims.Text("aud"), claims.Text("iss")).ShouldBe((account.ToString(), opened.SessionId, "streamix", "https://streamix"));
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(900);
    }

    [Fact]
    public async Task Refresh_RepeatedWithinTheGrace_GivesTheSameSuccessor()
    {
        var opened = await _host.OpenAsync();
        var successor = await _host.Client().RefreshedAsync(opened.RefreshToken);
        _time.Advance(TimeSpan.FromSeconds(30));
        (await _host.Client().RefreshedAsync(opened.RefreshToken)).ShouldBe(successor);
    }

    [Fact]
    public async Task Refresh_RepeatedWithinTheGraceAfterTheSuccessorWasUsed_GivesTheNewest()
    {
        var opened = await _host.OpenAsync();
        var second = await _host.Client().RefreshedAsync(opened.RefreshToken);
        var third = await _host.Client().RefreshedAsync(second);
        (await _host.Client().RefreshedAsync(opened.RefreshToken)).ShouldBe(third);
    }

    [Fact]
    public async Task Refresh_RepeatedAfterTheGrace_EndsTheFamily()
    {
        var opened = await _host.OpenAsync();
        var successor = await _host.Client().RefreshedAsync(opened.RefreshToken);
        _time.Advance(TimeSpan.FromSeconds(31));
        await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("refresh-token-reused");
        await (await _host.Client().RefreshAsync(successor)).ShouldHaveEndedAsync("refresh-token-reused");
    }

    [Fact]
    public async Task Refresh_RepeatedWithinTheGraceByAnotherClient_EndsTheFamily()
    {
        var opened = await _host.OpenAsync();
        var successor = await _host.Client().RefreshedAsync(opened.RefreshToken);
        await (await _host.Client(agent: "Thief/6.6").RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("refresh-token-reused");
        await (await _host.Client().RefreshAsync(successor)).ShouldHaveEndedAsync("refresh-token-reused");
    }

    [Fact]
    public async Task Refresh_WhileNothingCanBeSigned_Is503AndRotatesNothing()
    {
        await using var cutOff = new SessionHost(_host.Stores) { Time = _time, Settings = { ["Session:Keys:Refresh"] = "10.00:00:00" } };
        var opened = await cutOff.OpenAsync();
        _time.Advance(TimeSpan.FromHours(24.9));
        await (await cutOff.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(503);

        _time.Advance(TimeSpan.FromMinutes(1));
        await _host.Get<KeyRings>().RefreshAsync(default);
        await _host.Client().RefreshedAsync(opened.RefreshToken);
    }

    [Fact]
    public async Task Refresh_OfAGuessWithAKnownSession_EndsNothing()
    {
        var opened = await _host.OpenAsync();
        var forged = opened.RefreshToken[..40] + (opened.RefreshToken[40] == 'A' ? 'B' : 'A') + opened.RefreshToken[41..];
        await (await _host.Client().RefreshAsync(forged)).ShouldHaveEndedAsync("unknown");
        await _host.Client().RefreshedAsync(opened.RefreshToken);
    }

    [Fact]
    public async Task Refresh_AfterTheIdleTime_IsRefusedAsExpired()
    {
        var opened = await _host.OpenAsync(change: o => o.Persistent = false);
        _time.Advance(TimeSpan.FromHours(8));
        await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("expired");
    }

    [Fact]
    public async Task Refresh_AgainAndAgain_EndsAtTheAbsoluteTime()
    {
        var opened = await _host.OpenAsync(change: o => o.Persistent = false);
        var token = opened.RefreshToken;
        for (var hours = 0; hours < 23; hours += 7)
        {
            token = await _host.Client().RefreshedAsync(token);
            _time.Advance(TimeSpan.FromHours(7));
        }

        await (await _host.Client().RefreshAsync(token)).ShouldHaveEndedAsync("expired");
    }

    [Fact]
    public async Task Refresh_NearTheAbsoluteEnd_GivesAccessNoLongerThanTheSession()
    {
        var opened = await _host.OpenAsync(change: o => o.Persistent = false);
        var token = opened.RefreshToken;
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(5 * 60 + 58));
            token = await _host.Client().RefreshedAsync(token);
        }

        var answer = await (await _host.Client().RefreshAsync(token)).ShouldBeAsync(200);
        answer.GetProperty("accessExpiresAt").GetDateTimeOffset().ShouldBe(new(2030, 1, 2, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Refresh_FarTooOften_IsAskedToComeLater()
    {
        var token = (await _host.OpenAsync()).RefreshToken;
        for (var i = 0; i < 16; i++)
            token = await _host.Client().RefreshedAsync(token);
        var answer = await _host.Client().RefreshAsync(token);
        await answer.ShouldBeAsync(429);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(31));
        await _host.Client().RefreshedAsync(token);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"refreshToken":null}""", 400)]
    [InlineData("""{"refreshToken":""}""", 401)]
    [InlineData("""{"refreshToken":"abc"}""", 401)]
    [InlineData("", 401)]
    public async Task Refresh_WithoutAToken_IsRefused(string body, int status)
    {
        using var content = body.Length == 0 ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await (await _host.Client().PostAsync("/session/refresh", content)).ShouldBeAsync(status);
    }
}
