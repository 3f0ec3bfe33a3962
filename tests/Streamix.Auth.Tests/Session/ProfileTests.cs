using System.Text.Json;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Auth.Tests.Session;

public sealed class ProfileTests : IAsyncLifetime
{
    private readonly Profiles _profiles = new();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(
        replacing: services => services.AddHttpClient<ProfilesClient>().ConfigurePrimaryHttpMessageHandler(() => _profiles));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Pick_OfAProfileOneMayEnter_IsInThisAndLaterTokens()
    {
        var (account, profile) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var opened = await _host.OpenAsync(account);
        var answer = await (await PickAsync(opened.AccessToken, profile, "1234")).ShouldBeAsync(200);

        answer.Text("accessToken").Claims().Text("pid").ShouldBe(profile.ToString());
        _profiles.Asked.ShouldBe((profile, account, "1234"));
        var refreshed = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().Text("pid").ShouldBe(profile.ToString());

        var left = await (await _host.Client(refreshed.Text("accessToken")).DeleteAsync("/session/profile")).ShouldBeAsync(200);
        left.Text("accessToken").Claims().TryGetProperty("pid", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Pick_InABrowser_LaysTheAccessCookieOnly()
    {
        var opened = await _host.OpenAsync(change: o => o.Cookies = true);
        var answer = await PickAsync(opened.AccessToken, Guid.CreateVersion7(), null);
        (await answer.ShouldBeAsync(200)).GetProperty("accessToken").GetString().ShouldBeNull();
        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("__Host-streamix-access=");
    }

    [Theory]
    [InlineData("pin-required", 403)]
    [InlineData("pin-wrong", 403)]
    [InlineData("pin-locked", 429)]
    [InlineData("unknown", 404)]
    public async Task Pick_ThatIsNotLetIn_SaysWhy(string outcome, int status)
    {
        _profiles.Answer = new(outcome, false, 18, outcome == "pin-wrong" ? 2 : null, outcome == "pin-locked" ? 30 : null);
        var answer = await PickAsync((await _host.OpenAsync()).AccessToken, Guid.CreateVersion7(), "0000");
        var problem = await answer.ShouldBeAsync(status);
        if (status == 403)
            problem.Text("code").ShouldBe(outcome);
        if (outcome == "pin-wrong")
            problem.GetProperty("attemptsLeft").GetInt32().ShouldBe(2);
        if (status == 429)
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Pick_InASessionThatHasEnded_Is401()
    {
        var opened = await _host.OpenAsync();
        await _host.Client().PostAsJsonAsync("/session/sign-out", new { refreshToken = opened.RefreshToken });
        await (await PickAsync(opened.AccessToken, Guid.CreateVersion7(), null)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task Pick_WhileProfilesAreDown_Is503()
    {
        _profiles.Down = true;
        var answer = await PickAsync((await _host.OpenAsync()).AccessToken, Guid.CreateVersion7(), null);
        await answer.ShouldBeAsync(503);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    private Task<HttpResponseMessage> PickAsync(string token, Guid profileId, string? pin) => _host.Client(token).PutAsJsonAsync("/session/profile", new { profileId, pin });

    private sealed class Profiles : HttpMessageHandler
    {
        public ProfileEntryAnswer Answer { get; set; } = new("entered", false, 18, null, null);

        public bool Down { get; set; }

        public (Guid Profile, Guid Account, string? Pin) Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Down)
                throw new HttpRequestException("refused");
            var entry = (await request.Content!.ReadFromJsonAsync<ProfileEntry>(JsonSerializerOptions.Web, cancellationToken))!;
            Asked = (Guid.Parse(request.RequestUri!.Segments[3].TrimEnd('/')), entry.AccountId, entry.Pin);
            return new(HttpStatusCode.OK) { Content = JsonContent.Create(Answer, options: JsonSerializerOptions.Web) };
        }
    }
}
