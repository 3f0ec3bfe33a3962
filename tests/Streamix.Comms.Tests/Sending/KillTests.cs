using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Sending;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;

namespace Streamix.Comms.Tests.Sending;

/// <summary>The process dies at each step; another one takes over on the same queue.</summary>
public sealed class KillTests
{
    private static readonly (string, string)[] ShortLease = [("Email:Sending:Lease", "00:00:05"), ("Email:Sending:Timeout", "00:00:04.900"), ("Email:Sending:Drain", "00:00:00"), ("Email:Sending:Parallel", "1"), ("Shutdown:Timeout", "00:00:01")];

    [Theory]
    [InlineData(nameof(SendStep.Leased), 1)]
    [InlineData(nameof(SendStep.Accepted), 2)]
    [InlineData(nameof(SendStep.Recorded), 1)]
    public async Task Process_DiesAtAStep_TheNextOneFinishes(string step, int copies)
    {
        var death = new Death(Enum.Parse<SendStep>(step));
        var smtp = new SmtpServer();
        var first = await EmailHost.StartAsync(smtp, probe: death, settings: ShortLease);
        var id = await first.AskAsync(MailTemplates.Passcode);
        await death.Happened.WaitAsync(TimeSpan.FromSeconds(30));

        await using var second = await EmailHost.StartAsync(smtp, first.Database, settings: ShortLease);
        await second.StateAsync(id, MailState.Sent);
        await first.StopAsync();

        smtp.Mails.Count.ShouldBe(copies);
        smtp.Mails.Select(m => m.MessageId).Distinct().ShouldHaveSingleItem();
        smtp.Mails.Select(m => m["Date"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Connection_BreaksInsteadOf250_TheCopyHasTheSameMessageId()
    {
        var broken = 0;
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." && broken++ == 0 ? SmtpServer.KeepAndDrop : null });
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Sent);
        email.Smtp!.Mails.Select(m => m.MessageId).ShouldBe([$"<{id:n}@streamix.example>", $"<{id:n}@streamix.example>"]);
    }

    [Fact]
    public async Task Shutdown_WithAMailOnItsWay_LetsItArrive()
    {
        var underway = new TaskCompletionSource();
        var smtp = new SmtpServer { Answer = command => { if (command == "DATA") underway.TrySetResult(); return null; } };
        var email = await EmailHost.StartAsync(smtp);
        var id = await email.AskAsync(MailTemplates.Passcode);
        await underway.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await email.StopAsync();

        await using var next = await EmailHost.StartAsync(smtp, email.Database);
        (await next.MailAsync(id)).State.ShouldBe(MailState.Sent);
        smtp.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replicas_Two_SendEachMailOnce()
    {
        var smtp = new SmtpServer();
        await using var first = await EmailHost.StartAsync(smtp);
        var second = await EmailHost.StartAsync(smtp, first.Database);
        for (var i = 0; i < 60; i++)
            await (i % 2 == 0 ? first : second).AskAsync(MailTemplates.Passcode, $"p{i}@example.com");
        await Until.TrueAsync(async () => await first.QueryAsync(db => db.Mails.CountAsync(m => m.State == MailState.Sent)) == 60, "sixty mails sent");
        await second.StopAsync();
        smtp.Mails.Count.ShouldBe(60);
        smtp.Mails.Select(m => m.MessageId).Distinct().Count().ShouldBe(60);
    }

    /// <summary>Whoever reaches the step for the first time never goes on, as a killed process would not.</summary>
    private sealed class Death(SendStep at) : ISendProbe
    {
        private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Happened => _happened.Task;

        public Task ReachedAsync(SendStep step, Guid mailId)
        {
            if (step != at)
                return Task.CompletedTask;
            _happened.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan);
        }
    }
}
