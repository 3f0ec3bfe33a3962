using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Tests.Identity.Hosting;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity;

public class SignInTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task SignIn_WithTheRightPassword_OpensASession()
    {
        var account = await host.ActivateAsync(roles: ["editor"]);
        var answer = await (await host.SignInAsync($" {account.Email.ToUpperInvariant()} ", account.Password)).ShouldBeAsync(200);

        answer.Text("outcome").ShouldBe("signed-in");
        answer.GetProperty("session").Text("accessToken").ShouldStartWith("access-");
        var opening = host.Sessions.OpeningOf(account.Id);
        (opening.Acr, opening.Method, opening.Roles.ShouldHaveSingleItem(), opening.RolesRevision).ShouldBe(("aal1", "password", "editor", 2));
        opening.IdempotencyKey.Length.ShouldBe(32);
    }

    [Fact]
    public async Task SignIn_OfABrowser_LaysCookiesAndTellsNoToken()
    {
        var account = await host.ActivateAsync();
        using var response = await host.SignInAsync(account.Email, account.Password, transport: "cookie");
        var session = (await response.ShouldBeAsync(200)).GetProperty("session");

        session.GetProperty("accessToken").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        session.GetProperty("refreshToken").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldContain(c => c.StartsWith("__Host-streamix-access=access-") && c.Contains("httponly") && c.Contains("secure"));
        cookies.ShouldContain(c => c.StartsWith("__Secure-streamix-refresh=refresh-") && c.Contains("path=/api/v1/session;"));
        cookies.ShouldAllBe(c => !c.Contains("expires="), "they end with the browser");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_WithTheWrongPassword_Is401() => await (await host.SignInAsync((await host.ActivateAsync()).Email, "not the password")).ShouldBeAsync(401);

    [Fact]
    public async Task SignIn_BeforeTheAddressIsProven_Is403AndSaysWhere()
    {
        var account = await host.RegisterAsync();
        var problem = await (await host.SignInAsync(account)).ShouldBeAsync(403);
        problem.Text("code").ShouldBe("email-unproven");
        problem.GetProperty("accountId").GetGuid().ShouldBe(account.Id);
        await (await host.SignInAsync(account.Email, "not the password")).ShouldBeAsync(401);
    }

    [Fact]
    public async Task SignIn_OfASuspendedAccount_Is403UntilReinstated()
    {
        var account = await host.ActivateAsync();
        await host.StatusAsync(account, AccountStatuses.Suspended, 5);
        (await (await host.SignInAsync(account)).ShouldBeAsync(403)).Text("code").ShouldBe("account-suspended");
        await (await host.SignInAsync(account.Email, "not the password")).ShouldBeAsync(401);

        await host.StatusAsync(account, AccountStatuses.Active, 6);
        await (await host.SignInAsync(account)).ShouldBeAsync(200);
    }

    [Fact]
    public async Task SignIn_OfAClosedAccount_Is401()
    {
        var account = await host.ActivateAsync();
        await host.StatusAsync(account, AccountStatuses.Closed, 5);
        await (await host.SignInAsync(account)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task SignIn_AfterTheAddressChanged_GoesByTheNewOne()
    {
        var account = await host.ActivateAsync();
        var fresh = $"new.{account.Email}";
        await host.HandleAsync<AccountEmailChanged, FollowAccount>(new(account.Id, fresh, 7, host.Time.GetUtcNow()));
        await (await host.SignInAsync(fresh, account.Password)).ShouldBeAsync(200);
        await (await host.SignInAsync(account)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task SignIn_WhenSeveralSignedUpWithTheAddress_IsForWhoProvedIt()
    {
        var email = $"shared.{Guid.NewGuid():n}@example.org";
        var proven = await host.ActivateAsync(email);
        var squatter = await host.RegisterAsync(email);
        await (await host.SignInAsync(email, proven.Password)).ShouldBeAsync(200);
        await (await host.SignInAsync(email, squatter.Password)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task SignIn_WhileSessionIsDown_Is503AndMayBeRepeated()
    {
        var account = await host.ActivateAsync();
        host.Sessions.Down = true;
        try
        {
            using var down = await host.SignInAsync(account);
            await down.ShouldBeAsync(503);
            down.Headers.RetryAfter.ShouldNotBeNull();
        }
        finally
        {
            host.Sessions.Down = false;
        }
        await (await host.SignInAsync(account)).ShouldBeAsync(200);
    }

    [Fact]
    public async Task SignIn_WithAWeakerHash_ReplacesIt()
    {
        var account = await host.ActivateAsync();
        var weaker = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })).HashPassword(new(), account.Password);
        await host.QueryAsync(db => db.Credentials.Where(c => c.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PasswordHash, weaker)));

        await (await host.SignInAsync(account)).ShouldBeAsync(200);

        var stored = await host.QueryAsync(db => db.Credentials.Where(c => c.AccountId == account.Id).Select(c => c.PasswordHash).SingleAsync());
        PasswordHash.Verify(stored, account.Password).ShouldBe(PasswordVerificationResult.Success);
    }

    [Theory]
    [InlineData("", "whatever it is")]
    [InlineData("ada@example.org", "")]
    public async Task SignIn_WithoutAField_Is422(string email, string password) => await (await host.SignInAsync(email, password)).ShouldBeAsync(422);
}
