using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

public class StepUpTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task StepUp_WithThePassword_RefreshesTheSessionAtTheFirstLevel()
    {
        var account = await host.ActivateAsync();
        var answer = await (await StepUpAsync(account, new { password = account.Password })).ShouldBeAsync(200);
        (answer.Text("acr"), answer.Text("accessToken")[..9]).ShouldBe(("aal1", "elevated-"));
        var asked = host.Sessions.Elevations.Last(e => e.AccountId == account.Id.ToString());
        (asked.SessionId, asked.Acr).ShouldBe((account.Session, "aal1"));
    }

    [Fact]
    public async Task StepUp_WithTheApp_RaisesTheSession()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        (await (await StepUpAsync(account, new { totp = host.CodeOf(account.TotpSecret!) })).ShouldBeAsync(200)).Text("acr").ShouldBe("aal2");
        (await (await StepUpAsync(account, new { recoveryCode = account.RecoveryCodes[0] })).ShouldBeAsync(200)).Text("acr").ShouldBe("aal2");
    }

    [Fact]
    public async Task StepUp_WithThePasswordWhereThereIsASecondFactor_SaysWhatIsNeeded()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var problem = await (await StepUpAsync(account, new { password = account.Password })).ShouldBeAsync(403);
        problem.Text("code").ShouldBe("second-factor-needed");
        problem.GetProperty("methods").EnumerateArray().Select(m => m.GetString()).ShouldBe(["totp", "recovery-code"]);
        host.Sessions.Elevations.ShouldNotContain(e => e.AccountId == account.Id.ToString());
    }

    [Fact]
    public async Task StepUp_OfABrowser_ReplacesTheAccessCookieOnly()
    {
        var account = await host.ActivateAsync();
        using var response = await StepUpAsync(account, new { password = account.Password, transport = "cookie" });
        (await response.ShouldBeAsync(200)).GetProperty("accessToken").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("__Host-streamix-access=elevated-");
    }

    [Fact]
    public async Task StepUp_WithAWrongProof_IsRefusedAndLimited()
    {
        var account = await host.ActivateAsync();
        for (var i = 0; i < 5; i++)
            await (await StepUpAsync(account, new { password = "not the password" })).ShouldBeAsync(422);
        await (await StepUpAsync(account, new { password = account.Password })).ShouldBeAsync(429);
        host.Sessions.Elevations.ShouldNotContain(e => e.AccountId == account.Id.ToString());
    }

    [Fact]
    public async Task StepUp_WithNoneOrTwoProofs_Is422()
    {
        var account = await host.ActivateAsync();
        await (await StepUpAsync(account, new { })).ShouldBeAsync(422);
        await (await StepUpAsync(account, new { password = account.Password, totp = "123456" })).ShouldBeAsync(422);
    }

    [Fact]
    public async Task StepUp_WhileSessionIsDown_Is503()
    {
        var account = await host.ActivateAsync();
        host.Sessions.Down = true;
        try
        {
            await (await StepUpAsync(account, new { password = account.Password })).ShouldBeAsync(503);
        }
        finally
        {
            host.Sessions.Down = false;
        }
    }

    private Task<HttpResponseMessage> StepUpAsync(TestAccount account, object proof) =>
        host.As(account, age: TimeSpan.FromHours(1)).PostAsJsonAsync("/identity/step-up", proof);
}
