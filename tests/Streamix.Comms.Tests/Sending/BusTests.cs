using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Tests.Sending;

/// <summary>The whole way: desk, outbox, broker, inbox, queue, server.</summary>
public sealed class BusTests
{
    [Fact]
    public async Task Mails_PublishedThriceInAnyOrder_ArriveOnce()
    {
        var bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync();
        await using var email = await EmailHost.StartAsync(settings: [("ConnectionStrings:bus", bus), ("Messaging:Transport", "rabbitmq")]);
        var requests = new List<MailRequested>();
        for (var i = 0; i < 15; i++)
            requests.Add(await email.RequestAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), MailTemplates.Passcode, new($"p{i}@example.com", null, EmailHost.Examples(MailTemplates.Passcode))));
        var shuffled = Enumerable.Repeat(requests, 3).SelectMany(r => r).ToArray();
        new Random(7).Shuffle(shuffled);
        foreach (var request in shuffled)
            await PublishAsync(email, request, request.AccountId);

        await Until.TrueAsync(() => email.Smtp!.Mails.Count >= 15, "fifteen mails", TimeSpan.FromSeconds(60));
        await Until.TrueAsync(async () => await email.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync()) == 45, "all 45 events handled", TimeSpan.FromSeconds(60));
        email.Smtp!.Mails.SelectMany(m => m.To).Order().ShouldBe(requests.Select((_, i) => $"p{i}@example.com").Order());
    }

    [Fact]
    public async Task Account_ThatSpeaksOrGoes_IsHeard()
    {
        var bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync();
        await using var email = await EmailHost.StartAsync(settings: [("ConnectionStrings:bus", bus), ("Messaging:Transport", "rabbitmq")]);
        var account = Guid.CreateVersion7();
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode, account: account), MailState.Sent);

        await PublishAsync(email, new AccountConsentChanged(account, false, 2, DateTimeOffset.UtcNow), account);
        await Until.TrueAsync(async () => await email.QueryAsync(db => db.Suppressions.CountAsync()) == 1, "the withdrawn consent is known");
        await PublishAsync(email, new AccountErased(account, Guid.NewGuid(), DateTimeOffset.UtcNow), account);
        await Until.TrueAsync(async () => await email.QueryAsync(db => db.Mails.CountAsync()) == 0, "its mails are gone");
    }

    private static async Task PublishAsync<T>(EmailHost email, T @event, Guid account) where T : IEvent
    {
        await using var scope = email.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(@event, account.ToString("n"));
        await scope.ServiceProvider.GetRequiredService<EmailDb>().SaveChangesAsync();
    }
}
