using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Comms.Contracts.Marketing;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Tests.Account;

/// <summary>The whole way through outbox, broker and inbox.</summary>
public sealed class OverTheBusTests : IAsyncLifetime
{
    private AccountHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Proven_ThreeTimesOverTheBus_IsOneActivation()
    {
        var id = await _host.RegisteredAsync();
        for (var i = 0; i < 3; i++)
            await PublishAsync(new EmailProven(id, _host.Time.GetUtcNow()), id);
        await Until.TrueAsync(async () => (await _host.StoredAsync(id)).Status == AccountStatus.Active, "the account is active");
        await Until.TrueAsync(async () => await HandledAsync() == 3, "all three were handled");
        (await _host.EventsAsync(id, "users.account.activated")).Count.ShouldBe(1);
        (await _host.StoredAsync(id)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Register_AddressOfAnAccount_MailsItsOwner()
    {
        var email = AccountCalls.Somebody();
        var owner = await _host.AccountAsync(email);
        await _host.RegisteredAsync(email);
        await Until.TrueAsync(async () => (await _host.MailsAsync(owner)).Count == 1, "the owner's mail is on its way");
        var (template, content) = (await _host.MailsAsync(owner)).Single();
        (template, content.To).ShouldBe(("already-registered", email));
    }

    [Fact]
    public async Task Unsubscribed_TakesTheConsentBack_UnlessItWasGivenLater()
    {
        var (id, late) = (await _host.AccountAsync(), await _host.AccountAsync());
        var unsubscribedAt = _host.Time.GetUtcNow();
        foreach (var account in (Guid[])[late, id])
            await _host.User(account).PutAsync("/account/consents", new { marketing = true }).ShouldAnswerAsync(200);
        await PublishAsync(new MarketingUnsubscribed(late, unsubscribedAt.AddMinutes(-1)), late);
        await PublishAsync(new MarketingUnsubscribed(id, _host.Time.GetUtcNow().AddSeconds(1)), id);
        await Until.TrueAsync(async () => await HandledAsync("Unsubscribed") == 2, "both were handled");
        ((await _host.StoredAsync(id)).MarketingConsent, (await _host.StoredAsync(late)).MarketingConsent).ShouldBe((false, true));
        (await _host.EventsAsync(id, "users.account.consent-changed")).Select(e => e.Body.GetProperty("marketing").GetBoolean()).ShouldBe([true, false]);
    }

    private Task<int> HandledAsync(string handler) =>
        _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE handler = {handler}").SingleAsync());

    private Task<int> HandledAsync() => _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE handler = 'ActivateProven'").SingleAsync());

    private async Task PublishAsync<T>(T @event, Guid account) where T : IEvent
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(@event, account.ToString("n"));
        await scope.ServiceProvider.GetRequiredService<AccountDb>().SaveChangesAsync();
    }
}
