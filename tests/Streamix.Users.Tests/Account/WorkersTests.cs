using Microsoft.EntityFrameworkCore;
using Streamix.Testing;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

/// <summary>Janitor and sagas by themselves, as they run in the service.</summary>
public sealed class WorkersTests
{
    [Fact]
    public async Task Workers_LeftAlone_EndEraseAndExport()
    {
        await using var films = await FakeHolder.StartAsync("fake-films");
        await using var host = new AccountHost
        {
            Settings = new(FakeHolder.Settings(films))
            {
                ["Account:SagaInterval"] = "00:00:00.050",
                ["Account:SweepInterval"] = "00:00:00.050",
                ["Account:ErasureSettles"] = "00:00:00.200",
            },
        };
        await host.InitializeAsync();
        var never = await host.AccountAsync(status: AccountStatus.Pending);
        host.Time.Advance(TimeSpan.FromHours(25));
        var owner = await host.AccountAsync();
        await host.User(owner).PostAsync("/account/exports", null).ShouldAnswerAsync(202);

        await Until.TrueAsync(async () => (await host.EventsAsync(never, "users.account.erased")).Count == 1, "the one that was never proven is erased");
        await Until.TrueAsync(async () => (await host.MailsAsync(owner)).Count == 1, "the owner of the archive is told");
        (await host.StoredAsync(never)).ErasedAt.ShouldNotBeNull();
        (await host.QueryAsync(db => db.Erasures.CountAsync())).ShouldBe(1);
    }
}
