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
}
