using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Tests.Session.Hosting;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session;

public sealed class CallTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Open_RepeatedWithItsKey_GivesTheSameSessionAndRefreshToken()
    {
        var identity = await _host.CallsAsync("auth-identity");
        var request = SessionHost.Opening(_account);
        var (first, again) = (await identity.OpenAsync(request), await identity.OpenAsync(request));
        (again.SessionId, again.RefreshToken).ShouldBe((first.SessionId, first.RefreshToken));
        request.IdempotencyKey += "2";
        (await identity.OpenAsync(request)).SessionId.ShouldNotBe(first.SessionId);
    }

    [Fact]
    public async Task Open_TheSameKeyForAnotherAccount_OpensAnother()
    {
        var first = await _host.OpenAsync(_account, o => o.IdempotencyKey = "key");
        (await _host.OpenAsync(Guid.CreateVersion7(), o => o.IdempotencyKey = "key")).SessionId.ShouldNotBe(first.SessionId);
    }

    [Fact]
    public async Task Open_WhenPasswordChangedAfterItWasProven_IsRefused()
    {
        var provenAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        var identity = await _host.CallsAsync("auth-identity");
        await identity.RevokeAsync(new() { AccountId = _account.ToString(), Reason = "password-changed" });

        var e = await Should.ThrowAsync<RpcException>(() => _host.OpenAsync(_account, o => o.AuthenticatedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(provenAt)));
        (e.StatusCode, e.Status.Detail).ShouldBe((StatusCode.FailedPrecondition, "password-changed"));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _host.OpenAsync(_account);
    }

    [Fact]
    public async Task Open_MoreThanAnAccountMayHave_EndsTheOldest()
    {
        await using var host = await SessionHost.StartAsync(_time, settings: ("Session:PerAccount", "2"));
        List<V1.Tokens> opened = [];
        for (var i = 0; i < 3; i++)
        {
            opened.Add(await host.OpenAsync(_account));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        await (await host.Client().RefreshAsync(opened[0].RefreshToken)).ShouldHaveEndedAsync("revoked");
        await host.Client().RefreshedAsync(opened[1].RefreshToken);
    }

    [Theory]
    [InlineData("key", "")]
    [InlineData("account", "")]
    [InlineData("account", "00000000-0000-0000-0000-000000000000")]
    [InlineData("acr", "aal9")]
    [InlineData("method", "device")]
    [InlineData("method", "a b")]
    [InlineData("roles", "a,b")]
    public async Task Open_OfWhatCannotBeMeant_IsInvalid(string field, string value)
    {
        var e = await Should.ThrowAsync<RpcException>(() => _host.OpenAsync(_account, o =>
        {
            (o.IdempotencyKey, o.AccountId, o.Acr, o.Method) = field switch
            {
                "key" => (value, o.AccountId, o.Acr, o.Method),
                "account" => (o.IdempotencyKey, value, o.Acr, o.Method),
                "acr" => (o.IdempotencyKey, o.AccountId, value, o.Method),
                "method" => (o.IdempotencyKey, o.AccountId, o.Acr, value),
                _ => (o.IdempotencyKey, o.AccountId, o.Acr, o.Method),
            };
            if (field == "roles")
                o.Roles.Add(value);
        }));
        e.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Check_OfALivingSession_MayBeKept()
    {
        var opened = await _host.OpenAsync(_account);
        var answer = await CheckAsync(opened.SessionId, _account);
        (answer.Alive, answer.KeepSeconds).ShouldBe((true, 300));
    }

    [Fact]
    public async Task Check_OfAnEndedUnknownOrStrangersSession_SaysWhyNot()
    {
        var opened = await _host.OpenAsync(_account);
        (await CheckAsync(opened.SessionId, Guid.CreateVersion7())).Alive.ShouldBeFalse();
        (await CheckAsync(Guid.NewGuid().ToString("n"), _account)).Alive.ShouldBeFalse();
        await (await _host.CallsAsync("auth-identity")).RevokeAsync(new() { AccountId = _account.ToString(), SessionId = opened.SessionId, Reason = "revoked" });
        var answer = await CheckAsync(opened.SessionId, _account);
        (answer.Alive, answer.Reason, answer.KeepSeconds).ShouldBe((false, "revoked", 0));
    }

    [Fact]
    public async Task Check_NotesTheUse_NowAndThenOnly()
    {
        var opened = await _host.OpenAsync(_account);
        var client = _host.Client(opened.AccessToken);
        _time.Advance(TimeSpan.FromMinutes(4));
        await CheckAsync(opened.SessionId, _account);
        (await LastUseAsync(client)).ShouldBe(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        _time.Advance(TimeSpan.FromMinutes(2));
        await CheckAsync(opened.SessionId, _account);
        (await LastUseAsync(client)).ShouldBe(new(2030, 1, 1, 12, 6, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Elevate_RaisesTheTokenAndThoseAfterIt()
    {
        var opened = await _host.OpenAsync(_account);
        _time.Advance(TimeSpan.FromMinutes(30));
        var raised = await (await _host.CallsAsync("auth-identity")).ElevateAsync(new() { SessionId = opened.SessionId, AccountId = _account.ToString(), Acr = "aal2", Method = "totp" });
        var claims = raised.AccessToken_.Claims();
        (claims.Text("acr"), claims.GetProperty("auth_time").GetInt64()).ShouldBe(("aal2", _time.GetUtcNow().ToUnixTimeSeconds()));
        var refreshed = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().Text("acr").ShouldBe("aal2");
    }

    [Fact]
    public async Task Elevate_ByAWeakerProof_LowersNothingAndMakesNothingFresher()
    {
        var opened = await _host.OpenAsync(_account, o => o.Acr = "aal2");
        var provenAt = _time.GetUtcNow().ToUnixTimeSeconds();
        _time.Advance(TimeSpan.FromMinutes(10));
        var after = await (await _host.CallsAsync("auth-identity")).ElevateAsync(new() { SessionId = opened.SessionId, AccountId = _account.ToString(), Acr = "aal1", Method = "password" });
        var claims = after.AccessToken_.Claims();
        (claims.Text("acr"), claims.GetProperty("auth_time").GetInt64()).ShouldBe(("aal2", provenAt));
        after.Persistent.ShouldBeTrue();
    }

    [Fact]
    public async Task Elevate_OfAStrangersSession_IsNotFound()
    {
        var opened = await _host.OpenAsync(_account);
        var identity = await _host.CallsAsync("auth-identity");
        var e = await Should.ThrowAsync<RpcException>(async () => await identity.ElevateAsync(new() { SessionId = opened.SessionId, AccountId = Guid.NewGuid().ToString(), Acr = "aal2" }));
        e.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Revoke_AllButOneUpToAnInstant_SparesThatOneAndLaterOnes()
    {
        var (kept, old) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        _time.Advance(TimeSpan.FromSeconds(1));
        var at = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = await _host.OpenAsync(_account);
        var answer = await (await _host.CallsAsync("users-account")).RevokeAsync(new()
        {
            AccountId = _account.ToString(), KeptSessionId = kept.SessionId, Reason = "password-changed", OpenedUpTo = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(at),
        });

        answer.Ended.ShouldBe(1);
        await (await _host.Client().RefreshAsync(old.RefreshToken)).ShouldHaveEndedAsync("password-changed");
        await _host.Client().RefreshedAsync(kept.RefreshToken);
        await _host.Client().RefreshedAsync(later.RefreshToken);
    }

    [Fact]
    public async Task TakeRoles_OfANewerRevision_IsInTheNextTokenAndTheEventThatFollowsChangesNothing()
    {
        var opened = await _host.OpenAsync(_account, o => o.Roles.Add("admin"));
        var request = new V1.TakeRolesRequest { AccountId = _account.ToString(), Roles = { "editor" }, Revision = 3 };
        var calls = await _host.CallsAsync("users-account");
        (await calls.TakeRolesAsync(request)).Changed.ShouldBe(1);
        (await calls.TakeRolesAsync(request)).Changed.ShouldBe(0);
        var refreshed = await (await _host.Client().RefreshAsync(opened.RefreshToken)).ShouldBeAsync(200);
        refreshed.Text("accessToken").Claims().GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["editor"]);
    }

    [Theory]
    [InlineData("infra-gateway", "open")]
    [InlineData("users-account", "open")]
    [InlineData("auth-identity", "check")]
    [InlineData("infra-gateway", "elevate")]
    [InlineData("infra-gateway", "revoke")]
    [InlineData("users-profile", "revoke")]
    [InlineData("auth-identity", "take-roles")]
    public async Task Call_OfAnotherService_IsDenied(string service, string call)
    {
        var calls = await _host.CallsAsync(service);
        var e = await Should.ThrowAsync<RpcException>(async () => _ = call switch
        {
            "open" => (object)await calls.OpenAsync(SessionHost.Opening(_account)),
            "check" => await calls.CheckAsync(new() { SessionId = Guid.NewGuid().ToString("n"), AccountId = _account.ToString() }),
            "take-roles" => await calls.TakeRolesAsync(new() { AccountId = _account.ToString(), Revision = 2 }),
            "elevate" => await calls.ElevateAsync(new() { SessionId = Guid.NewGuid().ToString("n"), AccountId = _account.ToString(), Acr = "aal2" }),
            _ => await calls.RevokeAsync(new() { AccountId = _account.ToString(), Reason = "revoked" }),
        });
        e.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Call_WithAUsersTokenOnly_IsNotAuthenticated()
    {
        var opened = await _host.OpenAsync(_account);
        var http = _host.Client(opened.AccessToken);
        http.BaseAddress = _host.Server.BaseAddress;
        var calls = new V1.Sessions.SessionsClient(Grpc.Net.Client.GrpcChannel.ForAddress(_host.Server.BaseAddress, new() { HttpClient = http }));
        var e = await Should.ThrowAsync<RpcException>(async () => await calls.RevokeAsync(new() { AccountId = _account.ToString(), Reason = "revoked" }));
        e.StatusCode.ShouldBeOneOf(StatusCode.Unauthenticated, StatusCode.PermissionDenied);
    }

    private async Task<V1.CheckAnswer> CheckAsync(string session, Guid account) => await (await _host.CallsAsync("infra-gateway"))
        .CheckAsync(new() { SessionId = session, AccountId = account.ToString(), IssuedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(_time.GetUtcNow()) });

    private static async Task<DateTimeOffset> LastUseAsync(HttpClient client) =>
        (await (await client.GetAsync("/session")).ShouldBeAsync(200)).GetProperty("items")[0].GetProperty("lastUsedAt").GetDateTimeOffset();
}
