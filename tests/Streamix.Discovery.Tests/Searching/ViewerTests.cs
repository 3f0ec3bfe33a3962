using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Search.Data;
using Streamix.Discovery.Tests.Engines;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Discovery.Tests.Searching;

/// <summary>The users' events through a real broker; each with a subject of its own, so that they arrive in any order.</summary>
public sealed class ViewerTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _profile = Guid.CreateVersion7();
    private SearchHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Events_InAnyOrder_TheLatestRevisionHolds()
    {
        await HandledAsync(new AccountLocaleChanged(_account, "en-US", "US", 3, Library.Now), new ProfileChanged(_profile, _account, false, 18, 4, Library.Now));
        await HandledAsync(
            new AccountRegistered(_account, "ana@example.com", "Ana", "de-DE", "DE", "sealed", Library.Now), new AccountLocaleChanged(_account, "fr-FR", "FR", 2, Library.Now),
            new ProfileCreated(_profile, _account, true, 6, 1, Library.Now), new ProfileChanged(_profile, _account, true, 6, 3, Library.Now));
        (await _host.As(_account, _profile).TitlesAsync("?q=stripes")).Length.ShouldBe(1);
        (await _host.As(_account, _profile).TitlesAsync("?q=matrix")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Removed_Profile_DoesNotComeBack()
    {
        await HandledAsync(new ProfileCreated(_profile, _account, false, 18, 1, Library.Now), new ProfileRemoved(_profile, _account, Library.Now));
        await HandledAsync(new ProfileChanged(_profile, _account, false, 18, 7, Library.Now));
        (await _host.As(_account, _profile).TitlesAsync("?q=matrix")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_ThenErase_LeavesNothing()
    {
        await HandledAsync(new AccountLocaleChanged(_account, "en-US", "US", 3, Library.Now), new ProfileCreated(_profile, _account, false, 16, 1, Library.Now));
        var accounts = _host.CreateClient().AsService(_host.Tokens.Service("users-account"));
        var export = await accounts.GetStringAsync($"/internal/personal-data/{_account}");
        export.ShouldContain("\"US\"");
        export.ShouldContain(_profile.ToString());
        await accounts.DeleteAsync($"/internal/personal-data/{_account}");
        await HandledAsync(new ProfileChanged(_profile, _account, false, 18, 9, Library.Now));
        await HandledAsync(new AccountErased(_account, Guid.CreateVersion7(), Library.Now));
        (await _host.QueryAsync(db => db.Profiles.CountAsync())).ShouldBe(0);
        (await _host.QueryAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
    }

    private Task<int> HandledAsync() => _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync());

    private async Task HandledAsync(params IEvent[] events)
    {
        var before = await HandledAsync();
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            var publisher = scope.ServiceProvider.GetRequiredService<IEventPublisher>();
            foreach (var @event in events)
                Publish(publisher, (dynamic)@event);
            await scope.ServiceProvider.GetRequiredService<SearchDb>().SaveChangesAsync();
        }
        await Until.TrueAsync(async () => await HandledAsync() == before + events.Length, "the events are handled");
    }

    private static void Publish<T>(IEventPublisher publisher, T @event) where T : IEvent => publisher.Publish(@event, Guid.NewGuid().ToString("n"));
}
