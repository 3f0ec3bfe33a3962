using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>The events of users and media through a real broker; each with a subject of its own, so that they arrive in any order.</summary>
public sealed class CopyTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _profile = Guid.CreateVersion7();
    private RightsHost _host = null!;
    private Household _home = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
        await _host.ListeningAsync();
        _home = new(_host, _account, _profile, _host.Catalog.Put(Some.Document(12)));
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private async Task<V1.Decision> DecideAsync() => await _host.Calls().DecideAsync(_home.Request());

    private Task BecomesAsync(string code) => Until.TrueAsync(async () => (await DecideAsync()).Code == code, $"it becomes '{code}'");

    [Fact]
    public async Task Account_EventsInAnyOrder_TheLatestRevisionHolds()
    {
        await HandledAsync(new ProfileCreated(_profile, _account, false, 18, 1, Some.Now), new AccountStatusChanged(_account, "suspended", "abuse", 5, Some.Now));
        await HandledAsync(
            new AccountRegistered(_account, "ana@example.com", "Ana", "de-DE", "DE", "sealed", Some.Now), new AccountStatusChanged(_account, "active", "proven", 3, Some.Now),
            new AccountLocaleChanged(_account, "fr-FR", "FR", 4, Some.Now), new AccountLocaleChanged(_account, "en-US", "US", 2, Some.Now));
        await BecomesAsync(RefusalCodes.AccountInactive);
        (await _host.QueryAsync(db => db.Accounts.Select(a => a.Country).SingleAsync())).ShouldBe("FR");
        await HandledAsync(new AccountStatusChanged(_account, "active", "reinstated", 6, Some.Now));
        await BecomesAsync("");
    }

    [Fact]
    public async Task Profile_ChangedThenRemoved_HoldsAtOnceAndDoesNotComeBack()
    {
        await HandledAsync(new ProfileCreated(_profile, _account, false, 18, 1, Some.Now));
        await BecomesAsync("");
        await HandledAsync(new ProfileChanged(_profile, _account, true, 6, 2, Some.Now));
        await BecomesAsync(RefusalCodes.AboveMaturity);
        await HandledAsync(new ProfileRemoved(_profile, _account, Some.Now));
        await BecomesAsync(RefusalCodes.NoProfile);
        await HandledAsync(new ProfileChanged(_profile, _account, false, 18, 7, Some.Now));
        (await DecideAsync()).Code.ShouldBe(RefusalCodes.NoProfile);
    }

    [Fact]
    public async Task Title_ChangedThenWithdrawn_HoldsAtOnce()
    {
        await HandledAsync(new ProfileCreated(_profile, _account, false, 18, 1, Some.Now));
        await BecomesAsync("");
        _host.Catalog.Put(_home.Title with { Revision = 2, Availability = [new("FR", Some.Now.AddDays(-1), null)] });
        await HandledAsync(new TitleChanged(_home.Title.TitleId, 2, Some.Now));
        await BecomesAsync(RefusalCodes.NotInCountry);
        _host.Catalog.IsDown = true;
        await HandledAsync(new TitleWithdrawn(_home.Title.TitleId, 3, "rights", Some.Now));
        await BecomesAsync(RefusalCodes.NoSuchTitle);
    }

    [Fact]
    public async Task Title_CatalogAwayForAWhile_IsCopiedAfterwards()
    {
        await HandledAsync(new ProfileCreated(_profile, _account, false, 18, 1, Some.Now));
        await BecomesAsync("");
        _host.Catalog.Put(_home.Title with { Revision = 2, Ratings = [new("*", "18", 18)] });
        _host.Catalog.IsDown = true;
        await PublishAsync(new TitleChanged(_home.Title.TitleId, 2, Some.Now));
        await Until.TrueAsync(() => _host.Catalog.Asked > 1, "it was asked in vain");
        (await DecideAsync()).Allowed.ShouldBeTrue();
        _host.Catalog.IsDown = false;
        await Until.TrueAsync(async () => (await _host.QueryAsync(db => db.Titles.Select(t => t.Revision).SingleAsync())) == 2, "it is copied");
    }

    [Fact]
    public async Task Export_ThenErase_LeavesNothing()
    {
        await HandledAsync(new AccountStatusChanged(_account, "active", "proven", 1, Some.Now), new ProfileCreated(_profile, _account, false, 16, 1, Some.Now));
        (await _home.AdmitAsync()).Allowed.ShouldBeTrue();
        var accounts = _host.CreateClient().AsService(_host.Tokens.Service("users-account"));
        var export = await accounts.GetStringAsync($"/internal/personal-data/{_account}");
        export.ShouldSatisfyAllConditions(e => e.ShouldContain("\"active\""), e => e.ShouldContain(_profile.ToString()), e => e.ShouldContain("Firefox on Linux"));
        await (await accounts.DeleteAsync($"/internal/personal-data/{_account}")).ShouldBeAsync(200);
        await HandledAsync(new ProfileChanged(_profile, _account, false, 18, 9, Some.Now));
        await HandledAsync(new AccountErased(_account, Guid.CreateVersion7(), Some.Now));
        (await _host.QueryAsync(db => db.Profiles.CountAsync())).ShouldBe(0);
        (await _host.QueryAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
        (await accounts.GetStringAsync($"/internal/personal-data/{_account}")).ShouldNotContain("Firefox on Linux");
    }

    private Task<int> HandledAsync() => _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync());

    private async Task HandledAsync(params IEvent[] events)
    {
        var before = await HandledAsync();
        await PublishAsync(events);
        await Until.TrueAsync(async () => await HandledAsync() == before + events.Length, "the events are handled");
    }

    private async Task PublishAsync(params IEvent[] events)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var publisher = scope.ServiceProvider.GetRequiredService<IEventPublisher>();
        foreach (var @event in events)
            Publish(publisher, (dynamic)@event);
        await scope.ServiceProvider.GetRequiredService<RightsDb>().SaveChangesAsync();
    }

    private static void Publish<T>(IEventPublisher publisher, T @event) where T : IEvent => publisher.Publish(@event, Guid.NewGuid().ToString("n"));
}
