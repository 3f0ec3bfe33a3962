using System.Diagnostics;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Campaigns;

public sealed class CampaignTests
{
    [Fact]
    public async Task Campaign_ToManyWithRepeats_ReachesEachOnceAndEnds()
    {
        await using var email = await EmailHost.StartAsync();
        var (id, members) = (await Campaigner.CreateAsync(email), Member.Many(60));
        (await Campaigner.AddAsync(email, id, members[..40])).ShouldBe(40);
        (await Campaigner.AddAsync(email, id, members[20..])).ShouldBe(20);
        await Campaigner.DoAsync(email, id, "start");
        (await Campaigner.AddAsync(email, id, members)).ShouldBe(0);
        await Campaigner.StateAsync(email, id, "done");
        email.Smtp!.Mails.SelectMany(m => m.To).Order().ShouldBe(members.Select(m => m.Address).Order());
        email.Smtp.Mails.ShouldAllBe(m => m["Precedence"] == "bulk" && m["List-Unsubscribe"] != null);
    }

    [Fact]
    public async Task Campaign_PreparedAgainUnderItsKey_IsTheSame()
    {
        await using var email = await EmailHost.StartAsync();
        var client = email.Admin(Guid.NewGuid());
        client.DefaultRequestHeaders.Add("Idempotency-Key", "new-in-march");
        var draft = new { name = "March", letters = new { en = Campaigner.Letter }, ratePerSecond = 5 };
        var first = await EmailHost.JsonAsync(await client.PostAsJsonAsync("/email/campaigns", draft));
        var again = await EmailHost.JsonAsync(await client.PostAsJsonAsync("/email/campaigns", draft));
        again.GetProperty("id").GetGuid().ShouldBe(first.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Campaign_PausedAndResumed_StopsAndGoesOn()
    {
        await using var email = await EmailHost.StartAsync();
        var id = await Campaigner.CreateAsync(email, rate: 10);
        await Campaigner.AddAsync(email, id, Member.Many(60));
        await Campaigner.DoAsync(email, id, "start");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count >= 5, "it runs");
        await Campaigner.DoAsync(email, id, "pause");
        await Until.TrueAsync(async () => !await email.QueryAsync(db => db.Mails.AnyAsync(m => m.State == MailState.Queued)), "nothing is under way");
        var paused = email.Smtp!.Mails.Count;
        paused.ShouldBeLessThan(60);

        // While it is paused others get their mail: were anything of the campaign due, it would have gone before this one ended.
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode), MailState.Sent);
        email.Smtp.Mails.Count.ShouldBe(paused + 1);
        await Campaigner.DoAsync(email, id, "resume");
        await Campaigner.StateAsync(email, id, "done");
        email.Smtp.Mails.Count.ShouldBe(61);
    }

    [Fact]
    public async Task Campaign_WithTwoReplicas_KeepsItsRate()
    {
        await using var email = await EmailHost.StartAsync();
        var second = await EmailHost.StartAsync(email.Smtp, email.Database);
        var id = await Campaigner.CreateAsync(email, rate: 10);
        await Campaigner.AddAsync(email, id, Member.Many(30));
        var clock = Stopwatch.StartNew();
        await Campaigner.DoAsync(email, id, "start");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count == 30, "thirty mails");
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(2.8));
        await second.StopAsync();
    }

    [Fact]
    public async Task Campaign_Cancelled_WritesToNobodyElseAndForgetsThem()
    {
        await using var email = await EmailHost.StartAsync();
        var id = await Campaigner.CreateAsync(email, rate: 5);
        await Campaigner.AddAsync(email, id, Member.Many(50));
        await Campaigner.DoAsync(email, id, "start");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count >= 2, "it runs");
        await Campaigner.DoAsync(email, id, "cancel");
        await Until.TrueAsync(async () => await Campaigner.CountAsync(email, id, "discarded") + await Campaigner.CountAsync(email, id, "sent") == 50, "all ended");
        (await email.QueryAsync(db => db.Mails.CountAsync(m => m.Content != null))).ShouldBe(0);
        (await email.Admin().PostAsync($"/email/campaigns/{id}/resume", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Campaign_BehindItPasscodes_DoNotWait()
    {
        await using var email = await EmailHost.StartAsync(settings: [("Email:Sending:RatePerSecond", "20")]);
        var id = await Campaigner.CreateAsync(email, rate: 200);
        await Campaigner.AddAsync(email, id, Member.Many(200));
        await Campaigner.DoAsync(email, id, "start");
        await Until.TrueAsync(() => email.Smtp!.Mails.Count >= 10, "it runs");
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode), MailState.Sent);
        email.Smtp!.Mails.Count.ShouldBeLessThan(120);
    }

    [Fact]
    public async Task Draft_WithABrokenLetterOrNoMembers_IsRefused()
    {
        await using var email = await EmailHost.StartAsync();
        var broken = await email.Admin().PostAsJsonAsync("/email/campaigns", new { name = "x", letters = new { en = "nothing" }, ratePerSecond = 5 });
        broken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await broken.Content.ReadAsStringAsync()).ShouldContain("subject:");
        (await email.Admin().PostAsync($"/email/campaigns/{await Campaigner.CreateAsync(email)}/start", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await email.Admin().PostAsync($"/email/campaigns/{Guid.NewGuid()}/start", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
