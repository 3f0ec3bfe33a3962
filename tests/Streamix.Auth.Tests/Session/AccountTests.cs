using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Session.Accounts;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session;

public sealed class AccountTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, 250, TimeSpan.Zero));
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("suspended", "suspended")]
    [InlineData("closed", "closed")]
    public async Task Status_ThatBarsSignIn_EndsAllAndLetsNothingOpen(string status, string reason)
    {
        var opened = await _host.OpenAsync(_account);
        await HandleAsync<EndSessionsOfStatus, AccountStatusChanged>(new(_account, status, null, 5, _time.GetUtcNow()));
        await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync(reason);
        (await Should.ThrowAsync<Grpc.Core.RpcException>(() => _host.OpenAsync(_account))).Status.Detail.ShouldBe(reason);
    }

    [Fact]
    public async Task Status_ArrivingLateOrThrice_ChangesNothing()
    {
        await HandleAsync<EndSessionsOfStatus, AccountStatusChanged>(new(_account, "suspended", null, 5, _time.GetUtcNow()));
        await HandleAsync<EndSessionsOfStatus, AccountStatusChanged>(new(_account, "active", null, 6, _time.GetUtcNow()));
        var opened = await _host.OpenAsync(_account);
        for (var i = 0; i < 3; i++)
            await HandleAsync<EndSessionsOfStatus, AccountStatusChanged>(new(_account, "suspended", null, 5, _time.GetUtcNow()));
        await _host.Client().RefreshedAsync(opened.RefreshToken);
    }

    [Fact]
    public async Task Password_Changed_EndsWhatWasOpenedBeforeButTheKeptOne()
    {
        var (old, kept) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        var changedAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = await _host.OpenAsync(_account);
        for (var i = 0; i < 3; i++)
            await HandleAsync<EndSessionsOfPassword, PasswordChanged>(new(_account, "changed", kept.SessionId, changedAt));
        await (await _host.Client().RefreshAsync(old.RefreshToken)).ShouldHaveEndedAsync("password-changed");
        await _host.Client().RefreshedAsync(kept.RefreshToken);
        await _host.Client().RefreshedAsync(later.RefreshToken);
    }

    [Fact]
    public async Task Roles_Changed_LetTheSessionGoOnWithThemAndItsNewTokensPass()
    {
        var opened = await _host.OpenAsync(_account, o => o.Roles.AddRange(["admin", "editor"]));
        await RolesAsync(3, "editor");

        (await CheckAsync(opened, opened.AccessToken)).Reason.ShouldBe("roles-changed");
        var refreshed = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["editor"]);
        (await CheckAsync(opened, refreshed.Text("accessToken"))).Alive.ShouldBeTrue();
    }

    [Fact]
    public async Task Roles_OfASlowCopyElsewhere_DoNotWinOverNewerOnes()
    {
        await RolesAsync(7, "support");
        await RolesAsync(6, "admin");
        (await RolesOfAsync(o => (o.RolesRevision, _) = (6, Add(o, "admin")))).ShouldBe(["support"]);
        (await RolesOfAsync(o => Add(o, "admin"))).ShouldBe(["support"]);
        (await RolesOfAsync(o => (o.RolesRevision, _) = (8, Add(o, "finance")))).ShouldBe(["finance"]);
    }

    [Fact]
    public async Task Roles_ThatAreTheSame_RefuseNoToken()
    {
        var opened = await _host.OpenAsync(_account, o => o.Roles.AddRange(["support", "editor"]));
        await RolesAsync(2, "editor", "support");
        (await CheckAsync(opened, opened.AccessToken)).Alive.ShouldBeTrue();
    }

    private static bool Add(V1.OpenRequest request, string role)
    {
        request.Roles.Add(role);
        return true;
    }

    private async Task<IEnumerable<string?>> RolesOfAsync(Action<V1.OpenRequest> change) =>
        (await _host.OpenAsync(_account, change)).AccessToken.Claims().GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ToList();

    private Task RolesAsync(long revision, params string[] roles) => HandleAsync<RenewRoles, AccountRolesChanged>(new(_account, roles, revision, _time.GetUtcNow()));

    private async Task<V1.CheckAnswer> CheckAsync(V1.Tokens opened, string token) => await (await _host.CallsAsync("infra-gateway")).CheckAsync(new()
    {
        SessionId = opened.SessionId, AccountId = _account.ToString(), IssuedAt = new() { Seconds = token.Claims().GetProperty("iat").GetInt64() },
    });

    private Task<bool> HandleAsync<THandler, TEvent>(TEvent @event) where THandler : class, IEventHandler<TEvent> where TEvent : IEvent =>
        _host.InScopeAsync(async (THandler handler) =>
        {
            await handler.HandleAsync(@event, new(Guid.NewGuid(), "", 1, "", _time.GetUtcNow(), "", 1), default);
            return true;
        });
}
