using Streamix.Auth.Identity.Passcodes;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

public class PasscodeTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Passcode_FromTheMail_ProvesTheAddressOnce()
    {
        var account = await host.RegisterAsync();
        var code = await host.PasscodeAsync(account);
        code.ShouldMatch("^[A-HJKMNP-Z2-9]{6}$");

        (await host.VerifyAsync(account.Id, code)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.VerifyAsync(account.Id, $" {code.ToLowerInvariant()} ")).StatusCode.ShouldBe(HttpStatusCode.NoContent, "a repeat after a lost answer");

        (await ProvenAsync(account)).ShouldBe(1);
    }

    [Fact]
    public async Task Passcode_AfterFiveWrongOnes_IsVoid()
    {
        var account = await host.RegisterAsync();
        for (var i = 0; i < Passcode.MostAttempts; i++)
            await (await host.VerifyAsync(account.Id, "AAAAAA")).ShouldBeAsync(422);
        await (await host.VerifyAsync(account.Id, await host.PasscodeAsync(account))).ShouldBeAsync(422);
        (await ProvenAsync(account)).ShouldBe(0);
    }

    [Fact]
    public async Task Passcode_GuessedManyTimesAtOnce_IsTriedFiveTimes()
    {
        var account = await host.RegisterAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.VerifyAsync(account.Id, "AAAAAA")));
        (await host.QueryAsync(async db => (await db.Passcodes.FindAsync(account.Id))!.Attempts)).ShouldBe(Passcode.MostAttempts);
    }

    [Fact]
    public async Task Passcode_AfterAQuarterOfAnHour_IsTooLate()
    {
        var account = await host.RegisterAsync();
        host.Time.Advance(TimeSpan.FromMinutes(15.1));
        await (await host.VerifyAsync(account.Id, await host.PasscodeAsync(account))).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Passcode_Resent_VoidsTheOldOne()
    {
        var account = await host.RegisterAsync();
        var old = await host.PasscodeAsync(account);
        await (await ResendAsync(account.Id)).ShouldBeAsync(202);
        var fresh = await host.PasscodeAsync(account);

        fresh.ShouldNotBe(old);
        await (await host.VerifyAsync(account.Id, old)).ShouldBeAsync(422);
        await (await host.VerifyAsync(account.Id, fresh)).ShouldBeAsync(204);
    }

    [Fact]
    public async Task Resend_AgainTooSoon_Is429UntilTheCoolDownIsOver()
    {
        var account = await host.RegisterAsync();
        await (await ResendAsync(account.Id)).ShouldBeAsync(202);
        using var soon = await ResendAsync(account.Id);
        await soon.ShouldBeAsync(429);
        soon.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));

        host.Time.Advance(TimeSpan.FromSeconds(61));
        await (await ResendAsync(account.Id)).ShouldBeAsync(202);
        (await host.MailsAsync(account.Id, "passcode")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Passcode_OfAnIdThatLeadsNowhere_AnswersLikeAnyOther()
    {
        var (real, none) = (await host.RegisterAsync(), Guid.CreateVersion7());
        foreach (var path in (string[])["verify", "resend", "resend", "verify"])
        {
            using var known = await PostAsync(path, real.Id);
            using var unknown = await PostAsync(path, none);
            unknown.StatusCode.ShouldBe(known.StatusCode, path);
            WithoutTrace(await unknown.Content.ReadAsStringAsync()).ShouldBe(WithoutTrace(await known.Content.ReadAsStringAsync()), path);
        }
    }

    private Task<HttpResponseMessage> PostAsync(string path, Guid account) =>
        path == "verify" ? host.VerifyAsync(account, "AAAAAA") : ResendAsync(account);

    private Task<HttpResponseMessage> ResendAsync(Guid account) => host.Anonymous().PostAsJsonAsync("/identity/passcodes/resend", new { accountId = account });

    private async Task<int> ProvenAsync(TestAccount account) =>
        (await host.StagedAsync("auth.email.proven")).Count(e => e.GetProperty("accountId").GetGuid() == account.Id);

    internal static string WithoutTrace(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[0-9a-f]+\"", "");
}
