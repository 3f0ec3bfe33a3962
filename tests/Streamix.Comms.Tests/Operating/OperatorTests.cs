using System.Text.Json;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Operating;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;

namespace Streamix.Comms.Tests.Operating;

public sealed class OperatorTests
{
    [Fact]
    public async Task DeadLetter_Retried_ArrivesAndIsAudited()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." ? "554 5.7.1 no" : null });
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Dead);
        var listed = await EmailHost.JsonAsync(await email.Admin().GetAsync("/email/dead-letters"));
        listed.GetProperty("items")[0].GetProperty("failure").GetString().ShouldBe("smtp-554 5.7.1");
        listed.ToString().ShouldNotContain("ada@example.com");

        email.Smtp!.Answer = _ => null;
        (await email.Admin().PostAsync($"/email/dead-letters/{id}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await email.StateAsync(id, MailState.Sent);
        email.Logged.ShouldContain(l => l.Contains($"mail.retried on mail:{id}", StringComparison.Ordinal));
        (await email.Admin().PostAsync($"/email/dead-letters/{id}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DeadLetters_ManyRetriedAndOneDiscarded_AreGone()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." ? "554 5.7.1 no" : null });
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
            ids.Add(await email.AskAsync(MailTemplates.Passcode, $"p{i}@example.com"));
        foreach (var id in ids)
            await email.StateAsync(id, MailState.Dead);
        (await email.Admin().DeleteAsync($"/email/dead-letters/{ids[0]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await email.MailAsync(ids[0])).Content.ShouldBeNull();

        email.Smtp!.Answer = _ => null;
        (await EmailHost.JsonAsync(await email.Admin().PostAsync("/email/dead-letters/retry?failure=smtp-554%205.7.1", null))).GetProperty("retried").GetInt32().ShouldBe(3);
        await Until.TrueAsync(() => email.Smtp.Mails.Count == 3, "three mails");
    }

    [Fact]
    public async Task Suppression_AddedLookedUpAndRemoved_HoldsMeanwhile()
    {
        await using var email = await EmailHost.StartAsync();
        var added = await EmailHost.JsonAsync(await email.Admin().PostAsJsonAsync("/email/suppressions", new { address = "Ada@example.com" }));
        (await EmailHost.JsonAsync(await email.Admin().PostAsJsonAsync("/email/suppressions/lookups", new { address = "ada@EXAMPLE.com" })))[0].GetProperty("reason").GetString().ShouldBe("manual");
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode), MailState.Suppressed);
        (await email.Admin().DeleteAsync($"/email/suppressions/{added.GetProperty("id").GetGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode), MailState.Sent);
        (await email.Admin().PostAsJsonAsync("/email/suppressions", new { address = "nothing" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task SendLog_Filtered_ShowsLinesWithoutContents()
    {
        await using var email = await EmailHost.StartAsync();
        var account = Guid.CreateVersion7();
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode, account: account), MailState.Sent);
        await email.StateAsync(await email.AskAsync(MailTemplates.PasswordReset), MailState.Sent);
        var support = email.CreateClient().As(email.Tokens.User(null, "support"));
        var log = await EmailHost.JsonAsync(await support.GetAsync($"/email/mails?accountId={account}&state=sent"));
        var line = log.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("template").GetString().ShouldBe("passcode");
        line.GetProperty("recipient").GetString()!.Length.ShouldBe(16);
    }

    [Fact]
    public async Task DeadLetter_PastItsTime_IsNotSaidToBeRetried()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." ? "554 5.7.1 no" : null });
        var (late, good) = (await email.AskAsync(MailTemplates.Passcode), await email.AskAsync(MailTemplates.Passcode));
        await email.StateAsync(late, MailState.Dead);
        await email.StateAsync(good, MailState.Dead);
        await email.QueryAsync(db => db.Mails.Where(m => m.Id == late).ExecuteUpdateAsync(set => set.SetProperty(m => m.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        email.Smtp!.Answer = _ => null;

        (await email.Admin().PostAsync($"/email/dead-letters/{late}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await EmailHost.JsonAsync(await email.Admin().PostAsync("/email/dead-letters/retry", null))).GetProperty("retried").GetInt32().ShouldBe(1);

        await email.StateAsync(good, MailState.Sent);
        var kept = await email.MailAsync(late);
        (kept.State, kept.Content is null).ShouldBe((MailState.Dead, false));
    }

    [Fact]
    public async Task Sweep_AfterTheirTime_ErasesContentsThenLines()
    {
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => command == "." ? "554 5.7.1 no" : null });
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Dead);
        var sweeper = email.Services.GetRequiredService<Sweeper>();
        await sweeper.SweepAsync(default);
        (await email.MailAsync(id)).Content.ShouldNotBeNull();
        await AgeAsync(email, TimeSpan.FromDays(8));
        await sweeper.SweepAsync(default);
        (await email.MailAsync(id)).Content.ShouldBeNull();
        (await email.Admin().PostAsync($"/email/dead-letters/{id}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await AgeAsync(email, TimeSpan.FromDays(91));
        await sweeper.SweepAsync(default);
        (await email.QueryAsync(db => db.Mails.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Routes_ForStrangersAndPlainUsers_AreClosed()
    {
        await using var email = await EmailHost.StartAsync();
        var document = await email.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var closed = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Verb: o.Name, Operation: o.Value)))
            .Where(o => o.Operation.TryGetProperty("security", out _)).ToList();
        closed.Count.ShouldBeGreaterThan(20);
        foreach (var (path, verb, operation) in closed)
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            var address = path.Replace("{id}", Guid.NewGuid().ToString()).Replace("{accountId}", Guid.NewGuid().ToString()).Replace("{template}", "passcode");
            (await email.CreateClient().SendAsync(new(HttpMethod.Parse(verb), address))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{verb} {path}");
            (await email.CreateClient().As(email.Tokens.User()).SendAsync(new(HttpMethod.Parse(verb), address))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{verb} {path}");
        }
    }

    private static Task<int> AgeAsync(EmailHost email, TimeSpan by) => email.QueryAsync(db => db.Mails.ExecuteUpdateAsync(set => set.SetProperty(m => m.FinishedAt, DateTimeOffset.UtcNow - by)));
}
