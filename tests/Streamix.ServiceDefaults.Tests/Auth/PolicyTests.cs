using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Auth;

public sealed class PolicyTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(app =>
    {
        app.MapGet("/silent", () => "ok");
        app.MapGet("/open", (Caller caller) => caller.Name).AllowAnonymous();
        app.MapGet("/user", () => "ok").RequireCaller();
        app.MapGet("/staff", () => "ok").RequireRole(Roles.Editor, Roles.Admin);
        app.MapGet("/strong", () => "ok").RequireStepUp(TimeSpan.FromMinutes(5));
        app.MapGet("/internal/forgotten", () => "ok");
        app.MapGet("/internal/tokens", () => "ok").AllowAnonymous();
        app.MapInternal("things").MapGet("/", (Caller caller) => $"{caller.Service} {caller.Name}");
        app.MapGet("/internal/catalog-only", () => "ok").RequireService("media-catalog");
        app.MapGet("/accounts/{account}", (AccountRef account, Caller caller) => account.For(caller, Roles.Support)).RequireCaller();
    });

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("/silent", 401)]
    [InlineData("/open", 200)]
    [InlineData("/user", 401)]
    [InlineData("/staff", 401)]
    [InlineData("/strong", 401)]
    [InlineData("/internal/forgotten", 401)]
    [InlineData("/internal/tokens", 200)]
    [InlineData("/internal/things", 401)]
    [InlineData("/nowhere", 404)]
    public Task Nobody(string address, int status) => AnswersAsync(_service.Client(), address, status);

    [Theory]
    [InlineData("/silent", 200)]
    [InlineData("/open", 200)]
    [InlineData("/user", 200)]
    [InlineData("/staff", 403)]
    [InlineData("/strong", 401)]
    [InlineData("/internal/forgotten", 403)]
    [InlineData("/internal/things", 403)]
    public Task User(string address, int status) => AnswersAsync(_service.User(), address, status);

    [Theory]
    [InlineData("/silent", 200)]
    [InlineData("/user", 403)]
    [InlineData("/staff", 403)]
    [InlineData("/internal/forgotten", 200)]
    [InlineData("/internal/things", 200)]
    [InlineData("/internal/catalog-only", 403)]
    public Task Service(string address, int status) => AnswersAsync(_service.Client().AsService(_service.Tokens.Service("users-profile")), address, status);

    [Fact]
    public Task Editor_OnStaffRoute_IsLetIn() => AnswersAsync(_service.User(null, Roles.Editor), "/staff", 200);

    [Fact]
    public Task NamedService_IsLetIn() => AnswersAsync(_service.Client().AsService(_service.Tokens.Service("media-catalog")), "/internal/catalog-only", 200);

    [Fact]
    public async Task ServiceForUser_IsSeenAsBoth()
    {
        var account = Guid.CreateVersion7();
        var client = _service.User(account).AsService(_service.Tokens.Service("media-catalog"));
        (await client.GetStringAsync("/internal/things")).ShouldBe($"media-catalog account:{account:n}");
    }

    [Fact]
    public async Task UserToken_InTheServicesHeader_Is401() =>
        await AnswersAsync(_service.Client().AsService(_service.Tokens.User()), "/internal/things", 401);

    [Fact]
    public async Task StepUp_Weak_IsToldWhatToDo()
    {
        var response = await _service.User().GetAsync("/strong");
        await response.ShouldBeProblemAsync(401);
        var challenge = response.Headers.WwwAuthenticate.Single().Parameter!;
        challenge.ShouldContain("error=\"insufficient_user_authentication\"");
        challenge.ShouldContain("acr_values=\"aal2\"");
        challenge.ShouldContain("max_age=\"300\"");
    }

    [Theory]
    [InlineData("aal2", 1, 200)]
    [InlineData("aal2", 6, 401)]
    [InlineData("aal1", 1, 401)]
    public Task StepUp_ByStrengthAndAge(string acr, int minutesAgo, int status) => AnswersAsync(
        _service.Client().As(_service.Tokens.User(new UserClaims { Acr = acr, AuthenticatedAt = DateTimeOffset.UtcNow.AddMinutes(-minutesAgo) })), "/strong", status);

    [Fact]
    public async Task Me_IsTheCaller()
    {
        var account = Guid.CreateVersion7();
        (await _service.User(account).GetFromJsonAsync<Guid>("/accounts/me")).ShouldBe(account);
        (await _service.User(account).GetFromJsonAsync<Guid>($"/accounts/{account}")).ShouldBe(account);
    }

    [Fact]
    public async Task AnotherAccount_NeedsTheRole()
    {
        var other = Guid.CreateVersion7();
        await AnswersAsync(_service.User(), $"/accounts/{other}", 403);
        (await _service.User(null, Roles.Support).GetFromJsonAsync<Guid>($"/accounts/{other}")).ShouldBe(other);
        await AnswersAsync(_service.User(), "/accounts/nonsense", 400);
    }

    private static async Task AnswersAsync(HttpClient client, string address, int status)
    {
        var response = await client.GetAsync(address);
        if (status >= 400)
            await response.ShouldBeProblemAsync(status);
        else
            ((int)response.StatusCode).ShouldBe(status);
    }
}
