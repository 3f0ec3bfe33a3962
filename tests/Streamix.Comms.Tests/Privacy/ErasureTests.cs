using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Privacy;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Campaigns;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Tests.Privacy;

public sealed class ErasureTests
{
    [Fact]
    public async Task Account_ExportedAndErased_LeavesNothingButLetsTheLastMailOut()
    {
        var open = false;
        await using var email = await EmailHost.StartAsync(new SmtpServer { Answer = command => !open && command.StartsWith("MAIL", StringComparison.Ordinal) ? "450 4.3.0 later" : null }, settings: [("Email:Sending:Parallel", "1")]);
        var member = Member.New("ada@example.com");
        var campaign = await Campaigner.CreateAsync(email);
        await Campaigner.AddAsync(email, campaign, member);
        await email.AskAsync(MailTemplates.Passcode, account: member.AccountId);
        var last = await email.AskAsync(MailTemplates.ErasureStarted, account: member.AccountId);

        var client = email.CreateClient().AsService(email.Tokens.Service("users-account"));
        var path = $"/internal/personal-data/{member.AccountId}";
        (await EmailHost.JsonAsync(await client.GetAsync(path))).GetProperty("mails").GetProperty("mails").GetArrayLength().ShouldBe(3);
        (await ErasedAsync(client, path)).ShouldBeGreaterThan(0);
        (await email.QueryAsync(db => db.Mails.Select(m => m.Id).ToListAsync())).ShouldBe([last]);

        var tried = await AttemptsAsync();
        await Until.TrueAsync(async () => await AttemptsAsync() > tried, "the one worker has let go of the mail it had in its hands");
        open = true;
        await email.StateAsync(last, MailState.Sent);
        (await ErasedAsync(client, path)).ShouldBe(1);
        (await ErasedAsync(client, path)).ShouldBe(0);
        (await email.QueryAsync(db => db.Mails.CountAsync())).ShouldBe(0);
        email.Smtp!.Mails.Count.ShouldBe(1);

        Task<int> AttemptsAsync() => email.QueryAsync(db => db.Mails.Where(mail => mail.Id == last).Select(mail => mail.Attempts).SingleAsync());
    }

    [Fact]
    public async Task Mail_AfterTheErasureSettled_DoesNotStay()
    {
        await using var email = await EmailHost.StartAsync();
        var account = Guid.CreateVersion7();
        var others = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode, account: account), MailState.Sent);
        await email.HandleAsync<FollowConsent, AccountConsentChanged>(new(account, false, 1, DateTimeOffset.UtcNow));
        await email.HandleAsync<ForgetAccount, AccountErased>(new(account, Guid.NewGuid(), DateTimeOffset.UtcNow));
        (await email.QueryAsync(db => db.Mails.Select(m => m.Id).ToListAsync())).ShouldBe([others]);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    private static async Task<int> ErasedAsync(HttpClient client, string path) => (await EmailHost.JsonAsync(await client.DeleteAsync(path))).GetProperty("mails").GetInt32();
}
