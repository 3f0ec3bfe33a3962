using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;

namespace Streamix.Comms.Tests.Sending;

public sealed class RetryTests
{
    [Theory]
    [InlineData("CONNECT", "421 4.3.2 busy")]
    [InlineData("RCPT", "450 4.2.1 greylisted")]
    [InlineData("DATA", "451 4.3.0 later")]
    [InlineData(".", "452 4.2.2 full")]
    [InlineData("MAIL", SmtpServer.Drop)]
    [InlineData(".", SmtpServer.Drop)]
    public async Task Server_FailsForAWhile_TheMailArrives(string at, string answer)
    {
        var failures = 0;
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command.StartsWith(at, StringComparison.Ordinal) && failures++ < 3 ? answer : null });
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Sent);
        email.Smtp!.Mails.Count.ShouldBe(1);
        failures.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Message_Refused_IsADeadLetterAndTheAddressStaysGood()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." ? "554 5.7.1 spam from ada@example.com" : null });
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Dead);
        var mail = await email.MailAsync(id);
        (mail.Failure, mail.Attempts, mail.Content is null).ShouldBe(("smtp-554 5.7.1", 1, false));
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Mailbox_ThatIsNotThere_IsSuppressedForEverything()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null });
        var first = await email.AskAsync(MailTemplates.Passcode, "Nobody@Example.com");
        await email.StateAsync(first, MailState.Dead);
        email.Smtp!.Answer = _ => null;
        var second = await email.AskAsync(MailTemplates.PasswordReset, " nobody@example.COM ");
        await email.StateAsync(second, MailState.Suppressed);
        (await email.MailAsync(second)).Failure.ShouldBe("hard-bounce");
        email.Smtp.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mail_RefusedForNowTooOften_IsADeadLetter()
    {
        await using var email = await EmailHost.StartAsync(
            new SmtpServer { Answer = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? "450 4.2.1 later" : null }, settings: [("Email:Sending:Attempts", "3")]);
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Dead);
        (await email.MailAsync(id)).Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Server_Away_CostsNoTriesAndTheMailArrivesLater()
    {
        var port = FreePorts.Take();
        await using var email = await EmailHost.StartAsync(settings: [("ConnectionStrings:mail", $"smtp://127.0.0.1:{port}"), ("Email:Sending:Attempts", "3")]);
        var id = await email.AskAsync(MailTemplates.Passcode);
        await Until.TrueAsync(() => email.Logged.Count(l => l.Contains("no-connection", StringComparison.Ordinal)) >= 4, "four tries to connect");
        await using var server = new SmtpServer(port);
        await email.StateAsync(id, MailState.Sent);
        server.Mails.Count.ShouldBe(1);
        (await email.MailAsync(id)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Server_ThatHangs_IsGivenUpAndAskedAgain()
    {
        var hung = 0;
        await using var email = await EmailHost.StartAsync(
            new SmtpServer { Answer = command => command.StartsWith("MAIL", StringComparison.Ordinal) && hung++ == 0 ? SmtpServer.Hang : null }, settings: [("Email:Sending:Timeout", "00:00:00.700")]);
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Sent);
        email.Logged.ShouldContain(l => l.Contains("timeout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_PastItsTime_IsNotSentAndItsContentGone()
    {
        await using var email = await EmailHost.StartAsync();
        var id = await email.AskAsync(MailTemplates.Passcode, expiresAt: DateTimeOffset.UtcNow.AddSeconds(-1));
        await email.StateAsync(id, MailState.Expired);
        (await email.MailAsync(id)).Content.ShouldBeNull();
        email.Smtp!.Mails.ShouldBeEmpty();
    }
}
