using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Tests.Identity.Hosting;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity;

public class PasswordTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Fresh = "another phrase entirely";

    [Fact]
    public async Task Reset_WithTheTokenOfTheMail_SetsThePasswordAndEndsAllSessions()
    {
        var account = await host.ActivateAsync();
        await (await ResetAsync(await TokenAsync(account), Fresh)).ShouldBeAsync(204);

        await (await host.SignInAsync(account)).ShouldBeAsync(401);
        await (await host.SignInAsync(account.Email, Fresh)).ShouldBeAsync(200);
        var told = (await host.StagedAsync("auth.password.changed")).Single(e => e.GetProperty("accountId").GetGuid() == account.Id);
        told.Text("reason").ShouldBe("reset");
        told.TryGetProperty("keptSessionId", out _).ShouldBeFalse();
        host.Sessions.Revocations.ShouldContain(r => r.AccountId == account.Id.ToString() && r.KeptSessionId == "" && r.Reason == "password-changed");
        (await host.MailsAsync(account.Id, "password-changed")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Token_UsedManyTimesAtOnce_WorksOnce()
    {
        var account = await host.ActivateAsync();
        var token = await TokenAsync(account);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ResetAsync(token, $"{Fresh} {i}")));
        answers.Count(a => a.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(7);
        (await host.MailsAsync(account.Id, "password-changed")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Token_AfterHalfAnHour_IsTooLate()
    {
        var account = await host.ActivateAsync();
        var token = await TokenAsync(account);
        host.Time.Advance(TimeSpan.FromMinutes(30.1));
        await (await ResetAsync(token, Fresh)).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Token_WhenANewOneWasMailed_IsVoid()
    {
        var account = await host.ActivateAsync();
        var old = await TokenAsync(account);
        host.Time.Advance(TimeSpan.FromMinutes(1.1));
        var fresh = await TokenAsync(account);
        await (await ResetAsync(old, Fresh)).ShouldBeAsync(422);
        await (await ResetAsync(fresh, Fresh)).ShouldBeAsync(204);
    }

    [Fact]
    public async Task Token_MailedToAnAddressThatWasGivenUp_IsVoid()
    {
        var account = await host.ActivateAsync();
        var token = await TokenAsync(account);
        await host.HandleAsync<AccountEmailChanged, FollowAccount>(new(account.Id, $"new.{account.Email}", 7, host.Time.GetUtcNow()));
        await (await ResetAsync(token, Fresh)).ShouldBeAsync(422);
        await (await host.SignInAsync($"new.{account.Email}", account.Password)).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Token_ForAnAddressThatIsBeingGivenUp_IsNotMailed()
    {
        var account = await host.ActivateAsync();
        await using var change = await OtherTransaction.BeginAsync(host, "UPDATE account_copies SET email = $2, email_key = $2 WHERE account_id = $1", account.Id, $"new.{account.Email}");
        var forgotten = host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email = account.Email });
        await change.WaitedForAsync();
        await change.CommitAsync();
        await (await forgotten).ShouldBeAsync(202);
        (await host.MailsAsync(account.Id, "password-reset")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reset_ToAPasswordAgainstTheRules_LeavesTheTokenAsItWas()
    {
        var account = await host.ActivateAsync();
        var token = await TokenAsync(account);
        foreach (var bad in (string[])["short", "password123", account.Email])
            (await (await ResetAsync(token, bad)).ShouldBeAsync(422)).GetProperty("errors").TryGetProperty("password", out _).ShouldBeTrue(bad);
        await (await ResetAsync(token, Fresh)).ShouldBeAsync(204);
    }

    [Fact]
    public async Task Reset_OfALockedAccount_OpensIt()
    {
        var account = await host.ActivateAsync();
        for (var i = 0; i < 5; i++)
            await host.SignInAsync(account.Email, "not the password", "198.51.100.50");
        await (await host.SignInAsync(account.Email, account.Password, "198.51.100.50")).ShouldBeAsync(429);
        await (await ResetAsync(await TokenAsync(account), Fresh)).ShouldBeAsync(204);
        await (await host.SignInAsync(account.Email, Fresh, "198.51.100.50")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Change_WithTheCurrentPassword_KeepsThisSession()
    {
        var account = await host.ActivateAsync();
        var old = host.As(account, age: TimeSpan.FromHours(1));
        await (await ChangeAsync(old, account.Password)).ShouldBeAsync(204);

        await (await host.SignInAsync(account.Email, Fresh)).ShouldBeAsync(200);
        var told = (await host.StagedAsync("auth.password.changed")).Single(e => e.GetProperty("accountId").GetGuid() == account.Id);
        (told.Text("reason"), told.Text("keptSessionId")).ShouldBe(("changed", account.Session));
        host.Sessions.Revocations.ShouldContain(r => r.AccountId == account.Id.ToString() && r.KeptSessionId == account.Session);
    }

    [Fact]
    public async Task Change_WithTheWrongPassword_IsRefusedAndLimited()
    {
        var account = await host.ActivateAsync();
        for (var i = 0; i < 5; i++)
            await (await ChangeAsync(host.As(account), "not the password")).ShouldBeAsync(422);
        await (await ChangeAsync(host.As(account), account.Password)).ShouldBeAsync(429);
    }

    [Fact]
    public async Task Change_WithoutThePassword_NeedsAFreshProof()
    {
        var account = await host.ActivateAsync();
        using var stale = await ChangeAsync(host.As(account, age: TimeSpan.FromMinutes(6)), null);
        await stale.ShouldBeAsync(401);
        stale.Headers.WwwAuthenticate.ToString().ShouldContain("insufficient_user_authentication");
        await (await ChangeAsync(host.As(account), null)).ShouldBeAsync(204);
    }

    [Fact]
    public async Task Change_WhileSessionIsDown_IsDoneAndTold()
    {
        var account = await host.ActivateAsync();
        host.Sessions.Down = true;
        try
        {
            await (await ChangeAsync(host.As(account), account.Password)).ShouldBeAsync(204);
        }
        finally
        {
            host.Sessions.Down = false;
        }
        (await host.StagedAsync("auth.password.changed")).ShouldContain(e => e.GetProperty("accountId").GetGuid() == account.Id);
    }

    [Fact]
    public async Task Change_OfAnybody_NeedsASession() => await (await ChangeAsync(host.Anonymous(), "whatever it was")).ShouldBeAsync(401);

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string? current) =>
        client.PutAsJsonAsync("/identity/password", new { currentPassword = current, newPassword = Fresh });

    private Task<HttpResponseMessage> ResetAsync(string token, string password) =>
        host.Anonymous().PostAsJsonAsync("/identity/password-resets/complete", new { token, password });

    private async Task<string> TokenAsync(TestAccount account)
    {
        await (await host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email = account.Email })).ShouldBeAsync(202);
        return (await host.MailsAsync(account.Id, "password-reset"))[^1].Text("token");
    }
}
