using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Tests.Profile;

/// <summary>The account's events through a real broker; each with a subject of its own, so that they arrive in any order.</summary>
public sealed class DefaultProfileTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private ProfileHost _host = null!;

    private AccountRegistered Registered => new(_account, "ana@example.com", "Ana", "pt-br", "BR", "sealed", _host.Time.GetUtcNow());

    private HttpClient Me => _host.User(_account);

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Registered_Thrice_IsOneProfileInTheAccountsLanguage()
    {
        await HandledAsync(Registered, Registered, Registered);
        var profile = (await Me.ListAsync()).ShouldHaveSingleItem();
        profile.GetProperty("name").GetString().ShouldBe("Ana");
        profile.GetProperty("language").GetString().ShouldBe("pt-BR");
        profile.GetProperty("isDefault").GetBoolean().ShouldBeTrue();
        (await CountAsync("users.profile.created")).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Registered_AgainAfterItWasDeleted_BringsNothingBack()
    {
        await HandledAsync(Registered);
        var ana = (await Me.ListAsync())[0].GetProperty("id").GetGuid();
        await Me.CreatedAsync("Bo");
        await Me.DeleteAsync($"/profiles/{ana}").ShouldBeAsync(204);
        await HandledAsync(Registered);
        (await Me.NamesAsync()).ShouldBe(["Bo"]);
    }

    [Fact]
    public async Task Registered_WhileProfilesAreMadeByHand_IsOneDefaultAndWithinTheLimit()
    {
        var made = Task.WhenAll(Enumerable.Range(0, 8).Select(i => _host.User(_account).CreateAsync(i == 0 ? "ANA" : $"P{i}")));
        await HandledAsync(Registered, Registered, Registered);
        var byHand = (await made).Count(a => a.IsSuccessStatusCode);
        var profiles = await Me.ListAsync();
        var defaults = profiles.Count(p => p.GetProperty("isDefault").GetBoolean());
        defaults.ShouldBeLessThanOrEqualTo(1);
        (profiles.Count, byHand).ShouldBe((5, 5 - defaults));
    }

    [Fact]
    public async Task Registered_NameTakenByHand_GetsANumber()
    {
        await Me.CreatedAsync("ana");
        await HandledAsync(Registered);
        (await Me.NamesAsync()).ShouldBe(["ana", "Ana 2"]);
    }

    [Fact]
    public async Task Locale_InAnyOrder_TheLatestRevisionWins()
    {
        await HandledAsync(new AccountLocaleChanged(_account, "de-DE", "DE", 3, _host.Time.GetUtcNow()));
        await HandledAsync(Registered, new AccountLocaleChanged(_account, "fr-FR", "FR", 2, _host.Time.GetUtcNow()));
        await Me.CreateAsync("Own", language: "es-419").ShouldBeAsync(201);
        (await Me.ListAsync()).Select(p => p.GetProperty("language").GetString()).ShouldBe(["de-DE", "es-419"]);
        await HandledAsync(new AccountLocaleChanged(_account, "it-IT", "IT", 4, _host.Time.GetUtcNow()));
        (await Me.ListAsync()).Select(p => p.GetProperty("language").GetString()).ShouldBe(["it-IT", "es-419"]);
    }

    [Fact]
    public async Task Closed_InAnyOrder_LeavesNoProfile()
    {
        await HandledAsync(Registered);
        await HandledAsync(new AccountStatusChanged(_account, AccountStatuses.Suspended, "abuse", 2, _host.Time.GetUtcNow()));
        (await Me.ListAsync()).Count.ShouldBe(1);
        await HandledAsync(new AccountStatusChanged(_account, AccountStatuses.Closed, "owner", 4, _host.Time.GetUtcNow()));
        (await Me.ListAsync()).ShouldBeEmpty();
        await HandledAsync(Registered, new AccountStatusChanged(_account, AccountStatuses.Active, null, 3, _host.Time.GetUtcNow()));
        (await Me.ListAsync()).ShouldBeEmpty();
        await Me.CreateAsync("Ghost").ShouldBeAsync(409, "account-closed");
    }

    [Fact]
    public async Task ClosedBeforeRegistered_MakesNoProfile()
    {
        await HandledAsync(new AccountStatusChanged(_account, AccountStatuses.Closed, "never-proven", 2, _host.Time.GetUtcNow()));
        await HandledAsync(Registered);
        (await Me.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erased_AfterALateRegistration_LeavesNothingAndTellsOfIt()
    {
        await HandledAsync(Registered);
        await HandledAsync(new AccountErased(_account, Guid.CreateVersion7(), _host.Time.GetUtcNow()));
        (await Me.ListAsync()).ShouldBeEmpty();
        (await _host.QueryAsync(db => db.Households.AnyAsync(h => h.AccountId == _account))).ShouldBeFalse();
        (await CountAsync("users.profile.removed")).ShouldBe(1);
    }

    private Task<int> CountAsync(string type) =>
        _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE type = {type}").SingleAsync());

    private Task<int> HandledAsync() => _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync());

    private async Task HandledAsync(params IEvent[] events)
    {
        var before = await HandledAsync();
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            var publisher = scope.ServiceProvider.GetRequiredService<IEventPublisher>();
            foreach (var @event in events)
                Publish(publisher, (dynamic)@event);
            await scope.ServiceProvider.GetRequiredService<ProfileDb>().SaveChangesAsync();
        }
        await Until.TrueAsync(async () => await HandledAsync() == before + events.Length, "the events are handled");
    }

    private static void Publish<T>(IEventPublisher publisher, T @event) where T : IEvent => publisher.Publish(@event, Guid.NewGuid().ToString("n"));
}
