using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Media.Tests.Catalog;

/// <summary>The whole way through outbox, broker and inbox.</summary>
public sealed class ViewerTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _profile = Guid.CreateVersion7();
    private CatalogHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private Task<int> HandledAsync() => _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync());

    private Task HeardAsync(int events) => Until.TrueAsync(async () => await HandledAsync() == events, $"{events} events were handled");

    private async Task<int> ShownAsync() =>
        (await CatalogHost.JsonAsync(await _host.User(_account, _profile).GetAsync("/catalog/titles"))).GetProperty("items").GetArrayLength();

    [Fact]
    public async Task Events_OfTheUser_DecideWhatIsShown()
    {
        var now = _host.Time.GetUtcNow();
        await _host.PublishedMovieAsync(CatalogCalls.Content().With("availability", new JsonArray(CatalogCalls.Window("DE"))).With("ratings", new JsonArray(CatalogCalls.Rating("*", 16))));
        (await ShownAsync()).ShouldBe(0);
        await _host.PublishAsync(new AccountRegistered(_account, "ana@example.org", "Ana", "de", "DE", "sealed", now), _account.ToString());
        await _host.PublishAsync(new ProfileCreated(_profile, _account, false, 18, 2, now), _account.ToString());
        await HeardAsync(2);
        (await ShownAsync()).ShouldBe(1);
        await _host.PublishAsync(new ProfileChanged(_profile, _account, true, 6, 1, now), _account.ToString());
        await _host.PublishAsync(new AccountLocaleChanged(_account, "en", "US", 5, now), _account.ToString());
        await HeardAsync(4);
        (await ShownAsync()).ShouldBe(0);
        await _host.PublishAsync(new AccountLocaleChanged(_account, "de", "DE", 4, now), _account.ToString());
        await _host.PublishAsync(new ProfileRemoved(_profile, _account, now), _account.ToString());
        await HeardAsync(6);
        (await _host.QueryAsync(db => db.ViewerAccounts.SingleAsync(a => a.AccountId == _account))).Country.ShouldBe("US");
        (await _host.QueryAsync(db => db.ViewerProfiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task PersonalData_ExportedThenErased_IsGone()
    {
        await _host.PublishAsync(new ProfileCreated(_profile, _account, true, 6, 1, _host.Time.GetUtcNow()), _account.ToString());
        await HeardAsync(1);
        var address = $"/internal/personal-data/{_account}";
        var data = await CatalogHost.JsonAsync(await _host.Service("users-account").GetAsync(address));
        data.GetProperty("catalog-viewers").GetProperty("profiles")[0].GetProperty("maturity").GetInt32().ShouldBe(6);
        await _host.Service("users-account").DeleteAsync(address).ShouldBeAsync(200);
        (await _host.QueryAsync(db => db.ViewerProfiles.CountAsync())).ShouldBe(0);
        await _host.PublishAsync(new AccountErased(_account, Guid.NewGuid(), _host.Time.GetUtcNow()), _account.ToString());
        await HeardAsync(2);
    }
}
