using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Tests.Host;
using Streamix.ServiceDefaults.Messaging;

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
        {
            await using var scope = email.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(request, request.AccountId.ToString("n"));
            await scope.ServiceProvider.GetRequiredService<EmailDb>().SaveChangesAsync();
        }

        await Until.TrueAsync(() => email.Smtp!.Mails.Count >= 15, "fifteen mails", TimeSpan.FromSeconds(60));
        await Until.TrueAsync(async () => await email.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync()) == 45, "all 45 events handled", TimeSpan.FromSeconds(60));
        email.Smtp!.Mails.SelectMany(m => m.To).Order().ShouldBe(requests.Select((_, i) => $"p{i}@example.com").Order());
    }
}
