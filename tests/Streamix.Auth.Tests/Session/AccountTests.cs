using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Session.Accounts;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;
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
    public async Task Password_ChangedBetweenTheProofAndTheOpening_EndsWhatWasOpenedByTheOldOne()
    {
        var provenAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        var changedAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        var byOld = await _host.OpenAsync(_account, o => o.AuthenticatedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(provenAt));
        var byNew = await _host.OpenAsync(_account);

        await HandleAsync<EndSessionsOfPassword, PasswordChanged>(new(_account, "changed", null, changedAt));

        await (await _host.Client().RefreshAsync(byOld.RefreshToken)).ShouldHaveEndedAsync("password-changed");
        await _host.Client().RefreshedAsync(byNew.RefreshToken);
    }

    [Fact]
    public async Task Roles_ChangedBetweenTheRotationAndTheSigning_RefuseThatToken()
    {
        var opened = await _host.OpenAsync(_account, o => o.Roles.Add("admin"));
        var before = await RotateAsync(opened.RefreshToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        await RolesAsync(3, "editor");
        _time.Advance(TimeSpan.FromSeconds(2));

        var late = await _host.Get<AccessTokens>().ForUserAsync(before.Family!, default);

        (await CheckAsync(opened, late.Text)).Reason.ShouldBe("roles-changed");
        late.ExpiresAt.ShouldBeLessThan(_time.GetUtcNow().AddMinutes(15));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Roles_ChangedByAReplicaWhoseClockDiffers_RefuseTokensBeforeAndPassThoseAfter(int seconds)
    {
        await using var other = new SessionHost(_host.Stores) { Time = new FakeTimeProvider(_time.GetUtcNow().AddSeconds(seconds)) };
        var opened = await _host.OpenAsync(_account, o => o.Roles.Add("admin"));
        var before = (await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200)).Text("accessToken");

        await other.Get<FamilyStore>().RolesAsync(_account, ["editor"], 3);

        var after = (await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200)).Text("accessToken");
        (await CheckAsync(opened, before)).Reason.ShouldBe("roles-changed");
        (await CheckAsync(opened, after)).Alive.ShouldBeTrue();
        after.Claims().GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["editor"]);
    }

    [Fact]
    public async Task Profile_Removed_IsInNoTokenAnyMoreAndNobodyEntersIt()
    {
        var (profile, another) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (here, there) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        var named = await EnterAsync(here, profile);
        var untouched = await EnterAsync(there, another);

        for (var i = 0; i < 2; i++)
            await HandleAsync<LeaveProfile, ProfileRemoved>(new(profile, _account, _time.GetUtcNow()));

        (await CheckAsync(here, named)).Reason.ShouldBe("profile-removed");
        (await CheckAsync(there, untouched)).Alive.ShouldBeTrue();
        var refreshed = await (await _host.Client().RefreshAsync(here.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().TryGetProperty("pid", out _).ShouldBeFalse();
        (await CheckAsync(here, refreshed.Text("accessToken"))).Alive.ShouldBeTrue();
        (await _host.Get<FamilyStore>().EnterAsync(here.SessionId, _account, profile)).ShouldBe(new ProfileChange(null, ProfileIsGone: true));
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

    private async Task<string> EnterAsync(V1.Tokens opened, Guid profile)
    {
        var entered = await _host.Get<FamilyStore>().EnterAsync(opened.SessionId, _account, profile);
        var token = (await _host.Get<AccessTokens>().ForUserAsync(entered.Family!, default)).Text;
        token.Claims().Text("pid").ShouldBe(profile.ToString());
        return token;
    }

    private Task<Rotation> RotateAsync(string token)
    {
        _host.Get<RefreshTokens>().TryRead(token, out var presented).ShouldBeTrue();
        return _host.Get<Rotations>().RotateAsync(presented!, new("", "Tests/1.0", "", "", ""), cookies: false);
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
