using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class DeviceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time, settings: ("Session:VerificationUri", "https://streamix.example/device"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Device_LetIn_GetsASessionWithoutRolesThatIsNoFresherThanItsGiver()
    {
        var account = Guid.CreateVersion7();
        var person = await _host.OpenAsync(account, o => o.Roles.Add("admin"));
        var signedInAt = _time.GetUtcNow().ToUnixTimeSeconds();
        _time.Advance(TimeSpan.FromMinutes(7));
        var asked = await AskAsync();
        await DecideAsync(person.AccessToken, asked.Text("user_code").ToLowerInvariant().Replace("-", " "), approve: true);

        var answer = await (await PollAsync(asked)).ShouldBeAsync(200);

        var claims = answer.Text("access_token").Claims();
        (claims.Text("sub"), claims.Text("acr"), claims.GetProperty("auth_time").GetInt64(), claims.GetProperty("roles").GetArrayLength())
            .ShouldBe((account.ToString(), "aal1", signedInAt, 0));
        var sessions = (await (await _host.Client(answer.Text("access_token")).GetAsync("/session")).ShouldBeAsync(200)).GetProperty("items");
        sessions[0].Text("device").ShouldBe("Living room TV");
        sessions[0].Text("method").ShouldBe("device");
        await _host.Client(agent: "TV/1.0").RefreshedAsync(answer.Text("refresh_token"));
    }

    [Fact]
    public async Task Device_Asking_IsToldWhereToGo()
    {
        var asked = await AskAsync();
        asked.Text("user_code").ShouldMatch("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$");
        asked.Text("verification_uri").ShouldBe("https://streamix.example/device");
        asked.Text("verification_uri_complete").ShouldBe($"https://streamix.example/device?code={asked.Text("user_code")}");
        (asked.GetProperty("expires_in").GetInt64(), asked.GetProperty("interval").GetInt64()).ShouldBe((600, 5));
    }

    [Fact]
    public async Task Device_NotDecidedYet_IsPendingAndSlowedDownWhenHasty()
    {
        var asked = await AskAsync();
        (await ErrorAsync(asked)).ShouldBe("authorization_pending");
        _time.Advance(TimeSpan.FromSeconds(2));
        (await ErrorAsync(asked)).ShouldBe("slow_down");
        _time.Advance(TimeSpan.FromSeconds(6));
        (await ErrorAsync(asked)).ShouldBe("slow_down");
        _time.Advance(TimeSpan.FromSeconds(15));
        (await ErrorAsync(asked)).ShouldBe("authorization_pending");
    }

    [Fact]
    public async Task Device_Denied_StaysOut()
    {
        var asked = await AskAsync();
        await DecideAsync((await _host.OpenAsync()).AccessToken, asked.Text("user_code"), approve: false);
        (await ErrorAsync(asked)).ShouldBe("access_denied");
    }

    [Fact]
    public async Task Device_NeverDecided_Expires()
    {
        var asked = await AskAsync();
        var person = await _host.OpenAsync();
        _time.Advance(TimeSpan.FromMinutes(10));
        (await ErrorAsync(asked)).ShouldBe("expired_token");
        await (await _host.Client(person.AccessToken).GetAsync($"/session/device/{asked.Text("user_code")}")).ShouldBeAsync(404);
        await (await _host.Client(person.AccessToken).PostAsJsonAsync($"/session/device/{asked.Text("user_code")}", new { approve = true })).ShouldBeAsync(404);
    }

    [Fact]
    public async Task DeviceCode_UsedAgain_GivesTheSameSessionAtOnceAndNothingLater()
    {
        var asked = await AskAsync();
        await DecideAsync((await _host.OpenAsync()).AccessToken, asked.Text("user_code"), approve: true);
        var first = await (await PollAsync(asked)).ShouldBeAsync(200);
        var again = await (await PollAsync(asked)).ShouldBeAsync(200);
        again.Text("refresh_token").ShouldBe(first.Text("refresh_token"));
        _time.Advance(TimeSpan.FromSeconds(31));
        (await ErrorAsync(asked)).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task UserCode_Decided_CannotBeDecidedAgain()
    {
        var asked = await AskAsync();
        var (one, two) = (await _host.OpenAsync(), await _host.OpenAsync());
        await DecideAsync(one.AccessToken, asked.Text("user_code"), approve: true);
        await (await _host.Client(two.AccessToken).PostAsJsonAsync($"/session/device/{asked.Text("user_code")}", new { approve = true })).ShouldBeAsync(404);
        (await (await PollAsync(asked)).ShouldBeAsync(200)).Text("access_token").Claims().Text("sub").ShouldBe(one.AccessToken.Claims().Text("sub"));
    }

    [Fact]
    public async Task Device_LetInBeforeTheAccountWasSignedOutEverywhere_StaysOut()
    {
        var person = await _host.OpenAsync();
        var asked = await AskAsync();
        await DecideAsync(person.AccessToken, asked.Text("user_code"), approve: true);
        _time.Advance(TimeSpan.FromSeconds(1));
        await (await _host.Client(person.AccessToken).DeleteAsync("/session?everywhere=true")).ShouldBeAsync(200);
        (await ErrorAsync(asked)).ShouldBe("access_denied");
    }

    [Fact]
    public async Task Device_Shown_BeforeItIsLetIn()
    {
        var asked = await AskAsync();
        var person = await _host.OpenAsync();
        var shown = await (await _host.Client(person.AccessToken).GetAsync($"/session/device/{asked.Text("user_code")}")).ShouldBeAsync(200);
        (shown.Text("device"), shown.Text("userCode")).ShouldBe(("Living room TV", asked.Text("user_code")));
    }

    [Theory]
    [InlineData("client_id", "another-client", "invalid_grant")]
    [InlineData("client_id", "", "invalid_request")]
    [InlineData("device_code", "short", "invalid_request")]
    [InlineData("device_code", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task Poll_OfWhatIsWrong_IsRefused(string field, string value, string error)
    {
        var form = Form(await AskAsync());
        form[field] = value;
        var answer = await _host.Client().PostAsync("/session/device/tokens", new FormUrlEncodedContent(form));
        (await answer.ShouldBeAsync(400)).Text("error").ShouldBe(error);
    }

    [Theory]
    [InlineData("AEIO-UAEI")]
    [InlineData("BCDF")]
    [InlineData("BCDF-GHJK")]
    [InlineData("BCDFGHJKLMNPQRSTVWXZ")]
    public async Task UserCode_Unknown_Is404(string code) =>
        await (await _host.Client((await _host.OpenAsync()).AccessToken).GetAsync($"/session/device/{code}")).ShouldBeAsync(404);

    [Fact]
    public async Task Ask_WithoutClient_IsInvalid() => (await (await _host.Client().PostAsync("/session/device/authorizations", null)).ShouldBeAsync(400)).Text("error").ShouldBe("invalid_request");

    private async Task<JsonElement> AskAsync()
    {
        var form = new FormUrlEncodedContent([new("client_id", "streamix-tv"), new("device", "Living room TV")]);
        return await (await _host.Client(agent: "TV/1.0").PostAsync("/session/device/authorizations", form)).ShouldBeAsync(200);
    }

    private async Task DecideAsync(string token, string code, bool approve) =>
        await (await _host.Client(token).PostAsJsonAsync($"/session/device/{code}", new { approve })).ShouldBeAsync(204);

    private Task<HttpResponseMessage> PollAsync(JsonElement asked) => _host.Client(agent: "TV/1.0").PostAsync("/session/device/tokens", new FormUrlEncodedContent(Form(asked)));

    private async Task<string> ErrorAsync(JsonElement asked) => (await (await PollAsync(asked)).ShouldBeAsync(400)).Text("error");

    private static Dictionary<string, string> Form(JsonElement asked) => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code",
        ["device_code"] = asked.Text("device_code"),
        ["client_id"] = "streamix-tv",
    };
}
