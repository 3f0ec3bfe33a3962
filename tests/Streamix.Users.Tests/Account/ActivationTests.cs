using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class ActivationTests(ActivationTests.Host fixture) : IClassFixture<ActivationTests.Host>
{
    private readonly AccountHost host = fixture.Service;

    [Fact]
    public async Task Proven_ThreeTimes_IsOneActivation()
    {
        var id = await host.AccountAsync(status: AccountStatus.Pending);
        for (var i = 0; i < 3; i++)
            await host.ProveAsync(id);
        (await host.EventsAsync(id)).Select(e => e.Type).ShouldBe(["users.account.activated", "users.account.status-changed"]);
        var changed = (await host.EventsAsync(id, "users.account.status-changed")).Single().Body;
        (changed.GetProperty("status").GetString(), changed.GetProperty("revision").GetInt64()).ShouldBe(("active", 1));
    }

    [Fact]
    public async Task Proven_NobodyOrAClosedOne_ChangesNothing()
    {
        await host.ProveAsync(Guid.CreateVersion7());
        var closed = await host.AccountAsync(status: AccountStatus.Closed);
        await host.ProveAsync(closed);
        (await host.StoredAsync(closed)).Status.ShouldBe(AccountStatus.Closed);
        (await host.EventsAsync(closed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Proven_FirstOfThreeSignUps_WinsAndTheOthersEnd()
    {
        var email = AccountCalls.Somebody();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add(await host.AccountAsync(email, status: AccountStatus.Pending));
        await host.ProveAsync(ids[1]);
        (await host.StoredAsync(ids[1])).Status.ShouldBe(AccountStatus.Active);
        foreach (var loser in (Guid[])[ids[0], ids[2]])
        {
            var account = await host.StoredAsync(loser);
            (account.Status, account.StatusReason).ShouldBe((AccountStatus.Closed, "address-taken"));
            (await host.QueryAsync(db => db.Erasures.AnyAsync(e => e.AccountId == loser))).ShouldBeTrue();
        }
        await host.ProveAsync(ids[0]);
        (await host.StoredAsync(ids[0])).Status.ShouldBe(AccountStatus.Closed);
    }

    [Fact]
    public async Task Proven_AllAtOnce_OneWins()
    {
        var email = AccountCalls.Somebody();
        var ids = new List<Guid>();
        for (var i = 0; i < 8; i++)
            ids.Add(await host.AccountAsync(email, status: AccountStatus.Pending));
        await Task.WhenAll(ids.Select(host.ProveAsync));
        var statuses = await Task.WhenAll(ids.Select(async i => (await host.StoredAsync(i)).Status));
        statuses.Count(s => s == AccountStatus.Active).ShouldBe(1);
        statuses.Count(s => s == AccountStatus.Closed).ShouldBe(7);
    }

    [Theory]
    [InlineData("active")]
    [InlineData("suspended")]
    public async Task Proven_AddressInUse_EndsTheNewcomer(string holder)
    {
        var email = AccountCalls.Somebody();
        await host.AccountAsync(email, status: AccountStatusNames.Parse(holder));
        var late = await host.AccountAsync(email.ToUpperInvariant(), status: AccountStatus.Pending);
        await host.ProveAsync(late);
        (await host.StoredAsync(late)).StatusReason.ShouldBe("address-taken");
    }

    [Fact]
    public async Task Proven_ConfiguredAddress_BecomesAdministrator()
    {
        var id = await host.AccountAsync("boss@example.org", status: AccountStatus.Pending);
        await host.ProveAsync(id);
        (await host.StoredAsync(id)).Roles.ShouldBe(["admin"]);
        (await host.EventsAsync(id, "users.account.roles-changed")).ShouldHaveSingleItem().Body.GetProperty("revision").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Proven_WithConsentAtSignUp_TellsOfIt()
    {
        var draft = new { email = AccountCalls.Somebody(), password = AccountCalls.Password, displayName = "Ada", locale = "en-GB", country = "GB", termsVersion = "1", marketingConsent = true };
        var id = (await AccountHost.JsonAsync(await host.CreateClient().RegisterAsync(draft))).GetProperty("accountId").GetGuid();
        (await host.EventsAsync(id, "users.account.consent-changed")).ShouldBeEmpty();
        await host.ProveAsync(id);
        (await host.EventsAsync(id, "users.account.consent-changed")).ShouldHaveSingleItem().Body.GetProperty("marketing").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Index_TwoAccountsInUseOfOneAddress_IsRefusedByTheDatabase()
    {
        var email = AccountCalls.Somebody();
        await host.AccountAsync(email);
        await Should.ThrowAsync<DbUpdateException>(() => host.AccountAsync(email));
    }

    public sealed class Host : IAsyncLifetime
    {
        internal AccountHost Service { get; } = new() { Settings = new() { ["Account:Administrators:0"] = "Boss@Example.org" } };

        public Task InitializeAsync() => Service.InitializeAsync();

        public Task DisposeAsync() => ((IAsyncLifetime)Service).DisposeAsync();
    }
}
