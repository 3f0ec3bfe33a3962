using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Templates;

public sealed class TemplateApiTests
{
    [Fact]
    public async Task Preview_EachFormat_IsGivenWithAPolicy()
    {
        await using var email = await EmailHost.StartAsync();
        var client = email.Admin();
        (await EmailHost.JsonAsync(await client.GetAsync("/email/templates"))).GetArrayLength().ShouldBe(10);
        (await EmailHost.JsonAsync(await client.GetAsync("/email/templates/passcode/preview?locale=de"))).GetProperty("subject").GetString().ShouldBe("K7M2XQ ist dein Streamix-Code");
        var html = await client.GetAsync("/email/templates/passcode/preview?format=html");
        html.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        html.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await client.GetStringAsync("/email/templates/passcode/preview?format=text")).ShouldContain("    K7M2XQ");
        (await client.GetAsync("/email/templates/passcode/preview?format=pdf")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/email/templates/nothing/preview")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Test_Asked_IsSentAndAudited()
    {
        await using var email = await EmailHost.StartAsync();
        var sent = await EmailHost.JsonAsync(await email.Admin().PostAsJsonAsync("/email/templates/sign-in-locked/tests", new { address = "ops@example.com", locale = "de" }));
        await email.StateAsync(sent.GetProperty("mailId").GetGuid(), MailState.Sent);
        email.Smtp!.Mails.Single().To.ShouldBe(["ops@example.com"]);
        email.Logged.ShouldContain(l => l.Contains("mail.tested", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Test_AskedAgainUnderItsKey_IsSentOnce()
    {
        await using var email = await EmailHost.StartAsync();
        var client = email.Admin(Guid.NewGuid());
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var draft = new { address = "ops@example.com" };
        var first = await EmailHost.JsonAsync(await client.PostAsJsonAsync("/email/templates/passcode/tests", draft));
        var again = await EmailHost.JsonAsync(await client.PostAsJsonAsync("/email/templates/passcode/tests", draft));
        again.GetProperty("mailId").GetGuid().ShouldBe(first.GetProperty("mailId").GetGuid());
        await email.StateAsync(first.GetProperty("mailId").GetGuid(), MailState.Sent);
        (await email.QueryAsync(db => db.Mails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Test_OfNoTemplateUnderAKey_Is404()
    {
        await using var email = await EmailHost.StartAsync();
        var client = email.Admin();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "nothing");
        (await client.PostAsJsonAsync("/email/templates/nothing/tests", new { address = "ops@example.com" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
