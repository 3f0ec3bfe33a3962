using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

public class SecondFactorTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Enrolment_ShowsASecretInThreeForms()
    {
        var account = await host.ActivateAsync();
        var shown = await (await host.As(account).PostAsync("/identity/totp", null)).ShouldBeAsync(200);
        shown.Text("secret").ShouldMatch("^[A-Z2-7]{32}$");
        shown.Text("uri").ShouldBe($"otpauth://totp/Streamix:{Uri.EscapeDataString(account.Email)}?secret={shown.Text("secret")}&issuer=Streamix&algorithm=SHA1&digits=6&period=30");
        shown.Text("qrCode").ShouldStartWith("<svg");
    }

    [Fact]
    public async Task Enrolment_Unconfirmed_AsksNobodyForACode()
    {
        var account = await host.ActivateAsync();
        await host.As(account).PostAsync("/identity/totp", null);
        (await (await host.SignInAsync(account)).ShouldBeAsync(200)).Text("outcome").ShouldBe("signed-in");
        await (await host.As(account).PostAsJsonAsync("/identity/totp/confirm", new { code = "000000" })).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Enrolment_OverAConfirmedOne_Is409()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        await (await host.As(account, "aal2").PostAsync("/identity/totp", null)).ShouldBeAsync(409);
    }

    [Fact]
    public async Task SignIn_WithTheAppsCode_OpensAStrongSessionUnderTheChallengesKey()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var challenge = await host.ChallengeAsync(account);
        challenge.GetProperty("methods").EnumerateArray().Select(m => m.GetString()).ShouldBe(["totp", "recovery-code"]);

        await (await host.AnswerAsync(challenge, "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(200);

        var opening = host.Sessions.OpeningOf(account.Id);
        (opening.Acr, opening.Method, opening.IdempotencyKey).ShouldBe(("aal2", "password+totp", challenge.GetProperty("id").GetGuid().ToString("n")));
    }

    [Fact]
    public async Task Code_UsedAgain_IsRefusedInEveryChallenge()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var (first, second) = (await host.ChallengeAsync(account), await host.ChallengeAsync(account));
        var code = host.CodeOf(account.TotpSecret!);
        await (await host.AnswerAsync(first, "totp", code)).ShouldBeAsync(200);
        await (await host.AnswerAsync(first, "totp", code)).ShouldBeAsync(401);
        await (await host.AnswerAsync(second, "totp", code)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task Code_UsedManyTimesAtOnce_OpensOneSession()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        List<System.Text.Json.JsonElement> challenges = [];
        for (var i = 0; i < 4; i++)
            challenges.Add(await host.ChallengeAsync(account));
        var code = host.CodeOf(account.TotpSecret!);
        var answers = await Task.WhenAll(challenges.Select(c => host.AnswerAsync(c, "totp", code)));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task Code_WhileSessionIsDown_MayBeGivenAgainAndOpensTheSameSession()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var (challenge, code) = (await host.ChallengeAsync(account), host.CodeOf(account.TotpSecret!));
        host.Sessions.Down = true;
        try
        {
            await (await host.AnswerAsync(challenge, "totp", code)).ShouldBeAsync(503);
            await (await host.AnswerAsync(challenge, "totp", "000000")).ShouldBeAsync(401);
        }
        finally
        {
            host.Sessions.Down = false;
        }
        await (await host.AnswerAsync(challenge, "totp", code)).ShouldBeAsync(200);
        await (await host.AnswerAsync(challenge, "totp", code)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task Challenge_AfterFiveAnswersOrMinutes_IsOver()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var challenge = await host.ChallengeAsync(account);
        for (var i = 0; i < 5; i++)
            await (await host.AnswerAsync(challenge, "totp", "000000")).ShouldBeAsync(401);
        await (await host.AnswerAsync(challenge, "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(401);

        await (await host.AnswerAsync(await host.ChallengeAsync(account), "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(429);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var late = await host.ChallengeAsync(account);
        host.Time.Advance(TimeSpan.FromMinutes(5.1));
        await (await host.AnswerAsync(late, "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(401);
    }

    [Fact]
    public async Task RecoveryCode_InTheAppsPlace_WorksOnceAndIsTold()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        account.RecoveryCodes.Distinct().Count().ShouldBe(10);
        await (await host.AnswerAsync(await host.ChallengeAsync(account), "recovery-code", account.RecoveryCodes[3].ToLowerInvariant().Replace("-", " "))).ShouldBeAsync(200);
        host.Sessions.OpeningOf(account.Id).Method.ShouldBe("password+recovery-code");
        await (await host.AnswerAsync(await host.ChallengeAsync(account), "recovery-code", account.RecoveryCodes[3])).ShouldBeAsync(401);

        (await (await host.As(account).GetAsync("/identity/factors")).ShouldBeAsync(200)).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
        (await host.MailsAsync(account.Id, "second-factor-changed")).ShouldContain(m => m.Text("factor") == "recovery-codes" && m.Text("change") == "used");
    }

    [Fact]
    public async Task RecoveryCodes_Renewed_VoidTheOldOnes()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var fresh = (await (await host.As(account, "aal2").PostAsync("/identity/recovery-codes", null)).ShouldBeAsync(200)).GetProperty("recoveryCodes");
        await (await host.AnswerAsync(await host.ChallengeAsync(account), "recovery-code", account.RecoveryCodes[0])).ShouldBeAsync(401);
        await (await host.AnswerAsync(await host.ChallengeAsync(account), "recovery-code", fresh[0].GetString()!)).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Removal_OfTheApp_NeedsAFreshSecondFactor()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        using var weak = await host.As(account).DeleteAsync("/identity/totp");
        await weak.ShouldBeAsync(401);
        weak.Headers.WwwAuthenticate.ToString().ShouldContain("acr_values=\"aal2\"");
        await (await host.As(account, "aal2", TimeSpan.FromMinutes(6)).DeleteAsync("/identity/totp")).ShouldBeAsync(401);

        await (await host.As(account, "aal2").DeleteAsync("/identity/totp")).ShouldBeAsync(204);
        (await (await host.SignInAsync(account)).ShouldBeAsync(200)).Text("outcome").ShouldBe("signed-in");
        (await host.QueryAsync(db => db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id))).ShouldBe(0);
        (await host.StagedAsync("auth.second-factor.changed")).Where(e => e.GetProperty("accountId").GetGuid() == account.Id)
            .Select(e => $"{e.Text("factor")} {e.Text("change")}").ShouldBe(["totp added", "totp removed"]);
    }

    [Fact]
    public async Task PasswordReset_BetweenPasswordAndCode_VoidsTheChallenge()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var challenge = await host.ChallengeAsync(account);
        await (await host.As(account, "aal2").PutAsJsonAsync("/identity/password", new { newPassword = "another phrase entirely" })).ShouldBeAsync(204);
        await (await host.AnswerAsync(challenge, "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(401);
    }
}
