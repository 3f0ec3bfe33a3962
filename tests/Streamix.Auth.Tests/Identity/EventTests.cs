using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Tests.Identity.Hosting;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity;

/// <summary>Over RabbitMQ: identity hears what it publishes itself, here in the name of users-account.</summary>
public class EventTests(IdentityHostWithBus host) : IClassFixture<IdentityHostWithBus>
{
    [Fact]
    public async Task Registration_ComingThrice_MakesOneCredentialAndOneMail()
    {
        var account = TestAccounts.Somebody();
        var registered = await host.RegistrationAsync(account);
        for (var i = 0; i < 3; i++)
            await PublishAsync(account.Id, registered);
        await ArrivedAsync("users.account.registered", 3);

        (await host.QueryAsync(db => db.Credentials.CountAsync(c => c.AccountId == account.Id))).ShouldBe(1);
        (await host.MailsAsync(account.Id, "passcode")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Events_InReverseOrder_LeaveTheLatestRevisions()
    {
        var account = TestAccounts.Somebody();
        _ = host.Services;
        // What nobody listens to yet is passed over by its type, and the order of types with it.
        await Until.TrueAsync(() => host.Logs.Text.Contains("event types through", StringComparison.Ordinal), "it listens");
        var now = host.Time.GetUtcNow();
        await PublishAsync(account.Id, new AccountLocaleChanged(account.Id, "de-DE", "DE", 6, now));
        await PublishAsync(account.Id, new AccountEmailChanged(account.Id, "new@example.org", 5, now));
        await PublishAsync(account.Id, new AccountRolesChanged(account.Id, ["admin"], 4, now));
        await PublishAsync(account.Id, new AccountRolesChanged(account.Id, [], 3, now));
        await PublishAsync(account.Id, new AccountStatusChanged(account.Id, AccountStatuses.Suspended, "abuse", 2, now));
        await PublishAsync(account.Id, new AccountStatusChanged(account.Id, AccountStatuses.Active, null, 1, now));
        await PublishAsync(account.Id, await host.RegistrationAsync(account));
        await Until.TrueAsync(() => host.QueryAsync(db => db.Credentials.AnyAsync(c => c.AccountId == account.Id)), "the registration is handled");

        var copy = await host.QueryAsync(db => db.Copies.SingleAsync(c => c.AccountId == account.Id));
        (copy.Email, copy.Status, copy.Roles.Single(), copy.Locale).ShouldBe(("new@example.org", AccountStatuses.Suspended, "admin", "de-DE"));
        (await host.MailsAsync(account.Id, "passcode")).ShouldBeEmpty("the account is not pending any more");
    }

    [Fact]
    public async Task Registration_WithABrokenSeal_BecomesADeadLetter()
    {
        var account = TestAccounts.Somebody();
        var registered = await host.RegistrationAsync(account);
        await PublishAsync(account.Id, registered with { Credential = registered.Credential[..^6] + "AAAAAA" });

        await Until.TrueAsync(async () => await CountAsync("SELECT count(*) FROM dead_letters WHERE subject = $1", account.Id.ToString("n")) == 1, "the dead letter");
        (await host.QueryAsync(db => db.Credentials.AnyAsync(c => c.AccountId == account.Id))).ShouldBeFalse();
    }

    private Task PublishAsync<T>(Guid account, T @event) where T : IEvent => host.InScopeAsync<IServiceProvider, int>(async services =>
    {
        services.GetRequiredService<IEventPublisher>().Publish(@event, account.ToString("n"));
        return await services.GetRequiredService<IdentityDb>().SaveChangesAsync();
    });

    private Task ArrivedAsync(string type, int times) => Until.TrueAsync(
        async () => await CountAsync("SELECT count(*) FROM outbox WHERE type = $1", type) == 0
            && await CountAsync("SELECT count(*) FROM inbox WHERE handler = $1", "NewCredential") >= times,
        "everything is sent and handled");

    private async Task<long> CountAsync(string sql, string parameter)
    {
        await using var connection = new NpgsqlConnection(host.Database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = parameter } } };
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
