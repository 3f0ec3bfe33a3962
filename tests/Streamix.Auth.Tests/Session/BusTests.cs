using Streamix.Auth.Session.Data;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Users.Contracts.Accounts;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session;

public sealed class BusTests
{
    [Fact]
    public async Task Suspension_ByTheBus_EndsSessionsOnce()
    {
        await using var host = new SessionHost(await Stores.CreateAsync(bus: true));
        var account = Guid.CreateVersion7();
        var opened = await host.OpenAsync(account);

        // Its own outbox stands in for that of users-account: the event takes the whole way through the broker.
        await PublishAsync(host, account);

        var gateway = await host.CallsAsync("infra-gateway");
        var check = new V1.CheckRequest { SessionId = opened.SessionId, AccountId = account.ToString(), IssuedAt = opened.AccessExpiresAt };
        await Until.TrueAsync(async () => !(await gateway.CheckAsync(check)).Alive, "the session has ended", TimeSpan.FromSeconds(60));
        await (await host.Client().RefreshAsync(opened.RefreshToken)).ShouldHaveEndedAsync("suspended");
    }

    private static async Task PublishAsync(SessionHost host, Guid account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(new AccountStatusChanged(account, "suspended", "abuse", 2, DateTimeOffset.UtcNow), account.ToString("n"));
        await scope.ServiceProvider.GetRequiredService<SessionDb>().SaveChangesAsync();
    }
}
