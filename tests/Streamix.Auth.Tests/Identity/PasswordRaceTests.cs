using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

/// <summary>An old password does nothing any more, however closely a new one follows it.</summary>
public class PasswordRaceTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Fresh = "another phrase entirely";
    private const string Other = "a third phrase of somebody";

    [Fact]
    public async Task Change_WithAPasswordThatIsResetMeanwhile_DoesNotUndoTheReset()
    {
        var account = await host.ActivateAsync();
        await using var reset = await OtherTransaction.BeginAsync(
            host, "UPDATE credentials SET password_hash = $2, password_changed_at = now() WHERE account_id = $1", account.Id, PasswordHash.Of(Other));
        var change = ChangeAsync(account);
        await reset.WaitedForAsync();
        await reset.CommitAsync();

        await (await change).ShouldBeAsync(409);
        await (await host.SignInAsync(account.Email, Other)).ShouldBeAsync(200);
        (await host.StagedAsync("auth.password.changed")).ShouldNotContain(e => e.GetProperty("accountId").GetGuid() == account.Id);
    }

    [Fact]
    public async Task Change_ThatHadToWait_IsDatedWhenItHappened()
    {
        var account = await host.ActivateAsync();
        await using var other = await OtherTransaction.BeginAsync(host, "SELECT 1 FROM credentials WHERE account_id = $1 FOR UPDATE", account.Id);
        var change = ChangeAsync(account);
        await other.WaitedForAsync();
        var before = host.Time.GetUtcNow();
        await other.CommitAsync();

        await (await change).ShouldBeAsync(204);
        var told = (await host.StagedAsync("auth.password.changed")).Single(e => e.GetProperty("accountId").GetGuid() == account.Id);
        told.GetProperty("changedAt").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(before);
        host.Sessions.Revocations.Single(r => r.AccountId == account.Id.ToString()).OpenedUpTo.ToDateTimeOffset().ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task SignIn_WithAPasswordThatIsChangedBeforeTheSessionIsOpen_LeavesNoSession()
    {
        var account = await host.ActivateAsync();
        await WhileOpeningAsync(() => ChangeAsync(account), async () => await (await host.SignInAsync(account)).ShouldBeAsync(401));
        ShouldHaveEndedTheSessionOf(account);
        await (await host.SignInAsync(account.Email, Fresh)).ShouldBeAsync(200);
    }

    [Fact]
    public async Task SecondFactor_AfterAPasswordThatIsChangedBeforeTheSessionIsOpen_LeavesNoSession()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var challenge = await host.ChallengeAsync(account);
        await WhileOpeningAsync(() => ChangeAsync(account), async () => await (await host.AnswerAsync(challenge, "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(401));
        ShouldHaveEndedTheSessionOf(account);
    }

    [Fact]
    public async Task SignIn_WithAPasswordThatIsBeingChanged_WaitsForTheChange()
    {
        var account = await host.ActivateAsync();
        var change = new TaskCompletionSource<OtherTransaction>();
        await WhileOpeningAsync(
            async () => change.SetResult(await OtherTransaction.BeginAsync(host, "UPDATE credentials SET password_changed_at = now() WHERE account_id = $1", account.Id)),
            async () =>
            {
                var signIn = host.SignInAsync(account);
                await using var changing = await change.Task;
                await changing.WaitedForAsync();
                await changing.CommitAsync();
                await (await signIn).ShouldBeAsync(401);
            });
        ShouldHaveEndedTheSessionOf(account);
    }

    private async Task WhileOpeningAsync(Func<Task> meanwhile, Func<Task> work)
    {
        host.Sessions.Meanwhile = meanwhile;
        try
        {
            await work();
        }
        finally
        {
            host.Sessions.Meanwhile = null;
        }
    }

    private void ShouldHaveEndedTheSessionOf(TestAccount account)
    {
        var session = host.Sessions.SessionOf(host.Sessions.OpeningOf(account.Id));
        host.Sessions.Revocations.ShouldContain(r => r.AccountId == account.Id.ToString() && r.SessionId == session && r.Reason == "password-changed");
    }

    private Task<HttpResponseMessage> ChangeAsync(TestAccount account) =>
        host.As(account, "aal2").PutAsJsonAsync("/identity/password", new { currentPassword = account.Password, newPassword = Fresh });
}
