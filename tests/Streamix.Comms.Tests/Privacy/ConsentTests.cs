using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Privacy;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Campaigns;
using Streamix.Comms.Tests.Host;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Tests.Privacy;

public sealed class ConsentTests
{
    private readonly Member _member = Member.New("ada@example.com");

    [Fact]
    public async Task Consent_Withdrawn_StopsWhatIsHeldAndWhatComesLater()
    {
        await using var email = await EmailHost.StartAsync();
        var held = await Campaigner.CreateAsync(email);
        await Campaigner.AddAsync(email, held, _member, Member.New("bob@example.com"));

        await SayAsync(email, false, DateTimeOffset.UtcNow);

        await Campaigner.ProgressAsync(email, held, "discarded", 1);
        await Campaigner.ProgressAsync(email, held, "held", 1);
        var later = await Campaigner.RunAsync(email, _member with { Address = "ada@another.example" });
        await Campaigner.ProgressAsync(email, later, "suppressed", 1);
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode, account: _member.AccountId), MailState.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Consent_GivenAgain_CountsWhicheverArrivesFirst(bool newsFirst)
    {
        await using var email = await EmailHost.StartAsync();
        var (withdrawn, given) = (DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(-1));
        await SayAsync(email, newsFirst, newsFirst ? given : withdrawn);
        await SayAsync(email, !newsFirst, newsFirst ? withdrawn : given);
        var campaign = await Campaigner.RunAsync(email, _member with { ConsentedAt = given });
        await Campaigner.ProgressAsync(email, campaign, "sent", 1);
    }

    [Fact]
    public async Task Consent_GivenAfterUnsubscribing_LiftsTheSuppressionOfTheAddress()
    {
        await using var email = await EmailHost.StartAsync();
        var first = await Campaigner.RunAsync(email, _member);
        await Campaigner.ProgressAsync(email, first, "sent", 1);
        var link = new Uri(email.Smtp!.Mails.Single()["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath["/api/v1".Length..];
        (await email.CreateClient().PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(1);
        await SayAsync(email, true, DateTimeOffset.UtcNow.AddSeconds(1));
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Mail_OfALaterConsent_OutlivesAnEarlierWithdrawal()
    {
        await using var email = await EmailHost.StartAsync();
        var campaign = await Campaigner.CreateAsync(email);
        await Campaigner.AddAsync(email, campaign, _member);
        await SayAsync(email, false, _member.ConsentedAt.AddDays(-1));
        (await email.QueryAsync(db => db.Mails.SingleAsync())).State.ShouldBe(MailState.Held);
    }

    private Task SayAsync(EmailHost email, bool marketing, DateTimeOffset at) =>
        email.HandleAsync<FollowConsent, AccountConsentChanged>(new(_member.AccountId, marketing, 1, at));
}
