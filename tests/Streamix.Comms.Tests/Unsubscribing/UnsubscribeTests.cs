using System.Text;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Suppressions;
using Streamix.Comms.Email.Unsubscribing;
using Streamix.Comms.Tests.Campaigns;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Unsubscribing;

public sealed class UnsubscribeTests
{
    [Fact]
    public async Task OneClick_AsRfc8058Says_EndsMarketingAndNothingElse()
    {
        await using var email = await EmailHost.StartAsync();
        var member = Member.New("ada@example.com");
        await Campaigner.RunAsync(email, member);
        await Until.TrueAsync(() => email.Smtp!.Mails.Count == 1, "the first campaign");
        var mail = email.Smtp!.Mails.Single();
        mail["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var link = mail["List-Unsubscribe"]!.Trim('<', '>');
        mail.Html.ShouldContain(link);

        var post = await email.CreateClient().PostAsync(PathOf(link), new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded"));
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
        var second = await Campaigner.RunAsync(email, member);
        await Campaigner.ProgressAsync(email, second, "suppressed", 1);
        var code = await email.AskAsync(MailTemplates.Passcode, "ada@example.com");
        await email.StateAsync(code, MailState.Sent);
    }

    [Fact]
    public async Task Get_ByAMachineThatFollowsLinks_ChangesNothing()
    {
        await using var email = await EmailHost.StartAsync();
        var link = Link(email, Guid.NewGuid(), "ada@example.com");
        var page = await email.CreateClient().GetAsync(link);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("<form method=\"post\">");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'");
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Link_ChangedByOneCharacter_IsNobodys()
    {
        await using var email = await EmailHost.StartAsync();
        var link = Link(email, Guid.NewGuid(), "ada@example.com");
        for (var i = "/email/unsubscribe/".Length; i < link.Length; i++)
        {
            var changed = link[..i] + (link[i] == 'A' ? 'Q' : 'A') + link[(i + 1)..];
            (await email.CreateClient().PostAsync(changed, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound, changed);
        }
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Page_InTheReadersLanguage_IsShown()
    {
        await using var email = await EmailHost.StartAsync();
        var client = email.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-CH,de;q=0.9,en;q=0.5");
        (await client.GetStringAsync(Link(email, null, "ada@example.com"))).ShouldContain("Abbestellen");
    }

    [Fact]
    public async Task Consent_GivenAgainLater_IsGood()
    {
        await using var email = await EmailHost.StartAsync();
        var member = Member.New("ada@example.com");
        (await email.CreateClient().PostAsync(Link(email, member.AccountId, member.Address), null)).EnsureSuccessStatusCode();
        await Campaigner.RunAsync(email, member with { ConsentedAt = DateTimeOffset.UtcNow.AddMilliseconds(5) });
        await Until.TrueAsync(() => email.Smtp!.Mails.Count == 1, "the mail after the new consent");
    }

    [Fact]
    public async Task Account_ThatUnsubscribed_StaysSoUnderAnotherAddress()
    {
        await using var email = await EmailHost.StartAsync();
        var member = Member.New("ada@example.com");
        (await email.CreateClient().PostAsync(Link(email, member.AccountId, member.Address), null)).EnsureSuccessStatusCode();
        var campaign = await Campaigner.RunAsync(email, member with { Address = "new-ada@example.com" });
        await Campaigner.ProgressAsync(email, campaign, "suppressed", 1);
        (await email.QueryAsync(db => db.Suppressions.Select(s => s.Reason).SingleAsync())).ShouldBe(SuppressionReason.Unsubscribed);
    }

    private static string Link(EmailHost email, Guid? account, string address) =>
        PathOf(email.Services.GetRequiredService<UnsubscribeLinks>().For(account, email.Services.GetRequiredService<AddressHashes>().Of(address)).AbsoluteUri);

    private static string PathOf(string link) => new Uri(link).AbsolutePath["/api/v1".Length..];
}
