using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Sending;

public sealed class SendingTests
{
    [Fact]
    public async Task Passcode_Requested_ArrivesOnceWithBothViews()
    {
        await using var email = await EmailHost.StartAsync();
        var id = await email.AskAsync(MailTemplates.Passcode, "ada@example.com", "Ada Lovelace");
        await email.StateAsync(id, MailState.Sent);

        var mail = email.Smtp!.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe(["ada@example.com"]);
        mail.From.ShouldBe("no-reply@streamix.example");
        mail["To"].ShouldBe("Ada Lovelace <ada@example.com>");
        mail.Subject.ShouldBe("K7M2XQ is your Streamix code");
        mail.MessageId.ShouldBe($"<{id:n}@streamix.example>");
        mail["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Text.ShouldContain("Hello Ada Lovelace,");
        mail.Text.ShouldContain("    K7M2XQ");
        mail.Html.ShouldContain("<p class=\"code\">K7M2XQ</p>");
    }

    [Fact]
    public async Task Message_Lines_KeepTheLimitsOfTheWire()
    {
        await using var email = await EmailHost.StartAsync();
        var long_ = string.Concat(Enumerable.Repeat("ä-long-ünbroken-token", 60));
        var id = await email.AskAsync(MailTemplates.PasswordReset, "ada@example.com", "Žofie Æbelø 王小明", new Dictionary<string, string> { ["token"] = long_, ["minutes"] = "15" });
        await email.StateAsync(id, MailState.Sent);

        var mail = email.Smtp!.Mails.Single();
        mail.Data.Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(998);
        mail.Data.ShouldAllBe(c => c < 128);
        mail["To"]!.ShouldContain("Žofie Æbelø 王小明");
        mail.Text.ShouldContain(Uri.EscapeDataString(long_));
    }

    [Fact]
    public async Task Mail_RequestedThriceWithOneId_ArrivesOnce()
    {
        await using var email = await EmailHost.StartAsync();
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 3; i++)
        {
            await email.AskAsync(MailTemplates.Passcode, mailId: id);
            await email.StateAsync(id, MailState.Sent);
        }
        (await email.QueryAsync(db => db.Mails.CountAsync())).ShouldBe(1);
        email.Smtp!.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Mails_Many_GoOverFewConnections()
    {
        await using var email = await EmailHost.StartAsync();
        for (var i = 0; i < 40; i++)
            await email.AskAsync(MailTemplates.Passcode, $"p{i}@example.com");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count == 40, "forty mails");
        email.Smtp!.Connections.ShouldBeLessThanOrEqualTo(2);
        email.Smtp.Mails.SelectMany(m => m.To).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task Rate_OfTheReplica_IsKept()
    {
        await using var email = await EmailHost.StartAsync(settings: [("Email:Sending:RatePerSecond", "10"), ("Email:Sending:PollInterval", "00:00:10")]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 30; i++)
            await email.AskAsync(MailTemplates.Passcode, $"p{i}@example.com");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count == 30, "thirty mails");
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.8));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ada@example.com, eve@example.com")]
    [InlineData("ada@example.com\r\nBcc: eve@example.com")]
    public async Task Address_ThatIsNotOne_IsNeverSent(string address)
    {
        await using var email = await EmailHost.StartAsync();
        var id = await email.AskAsync(MailTemplates.Passcode, address);
        await email.StateAsync(id, MailState.Dead);
        (await email.MailAsync(id)).Failure.ShouldBe("not-an-address");
        email.Smtp!.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Template_UnknownOrWithoutAValue_IsADeadLetter()
    {
        await using var email = await EmailHost.StartAsync();
        var incomplete = await email.AskAsync(MailTemplates.Passcode, values: new Dictionary<string, string> { ["code"] = "K7M2XQ" });
        var unknown = await email.AskAsync("from-the-future", values: new Dictionary<string, string>());
        await email.StateAsync(incomplete, MailState.Dead);
        await email.StateAsync(unknown, MailState.Dead);
        (await email.MailAsync(incomplete)).Failure.ShouldBe("missing-variable");
        (await email.MailAsync(unknown)).Failure.ShouldBe("unknown-template");
    }
}
