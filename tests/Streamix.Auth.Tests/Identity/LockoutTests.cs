using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

public class LockoutTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Guesses_FromOneAddress_ShutThatAddressOutOnly()
    {
        var account = await host.ActivateAsync();
        await GuessAsync(account.Email, "198.51.100.7", GuardRule.Pair.Free);

        await (await host.SignInAsync(account.Email, account.Password, "198.51.100.7")).ShouldBeAsync(429);
        await (await host.SignInAsync(account.Email, account.Password, "198.51.100.8")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Lock_WithEachFurtherGuess_LastsTwiceAsLong()
    {
        var account = await host.ActivateAsync();
        await GuessAsync(account.Email, "198.51.100.9", GuardRule.Pair.Free);
        foreach (var minutes in (int[])[1, 2, 4, 8])
        {
            using var locked = await host.SignInAsync(account.Email, account.Password, "198.51.100.9");
            await locked.ShouldBeAsync(429);
            locked.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(minutes));
            host.Time.Advance(TimeSpan.FromMinutes(minutes));
            await (await host.SignInAsync(account.Email, "not the password", "198.51.100.9")).ShouldBeAsync(401);
        }
    }

    [Fact]
    public async Task Lock_WhenItsTimeIsOver_OpensForTheRightPasswordAndIsForgotten()
    {
        var account = await host.ActivateAsync();
        await GuessAsync(account.Email, "198.51.100.10", GuardRule.Pair.Free);
        host.Time.Advance(TimeSpan.FromMinutes(1.1));
        await (await host.SignInAsync(account.Email, account.Password, "198.51.100.10")).ShouldBeAsync(200);
        await GuessAsync(account.Email, "198.51.100.10", GuardRule.Pair.Free - 1);
        await (await host.SignInAsync(account.Email, account.Password, "198.51.100.10")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Guesses_ManyAtOnce_AreNotMoreThanInTurn()
    {
        var account = await host.ActivateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => host.SignInAsync(account.Email, "not the password", "198.51.100.11")));
        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(GuardRule.Pair.Free);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(15 - GuardRule.Pair.Free);
    }

    [Fact]
    public async Task Guesses_FromManyAddresses_LockTheAccountForAWhileAndTheOwnerIsTold()
    {
        var account = await host.ActivateAsync();
        for (var i = 0; i < GuardRule.Account.Free; i++)
            await (await host.SignInAsync(account.Email, "not the password", $"203.0.113.{i}")).ShouldBeAsync(401);

        await (await host.SignInAsync(account.Email, account.Password, "203.0.113.200")).ShouldBeAsync(429);
        await host.TellOwnerAsync(account);
        (await host.MailsAsync(account.Id, "sign-in-locked")).ShouldHaveSingleItem().Text("minutes").ShouldBe("1");
    }

    [Fact]
    public async Task Guesses_AtOneAccount_AreToldToTheOwnerOnceADay()
    {
        var account = await host.ActivateAsync();
        foreach (var address in (string[])["192.0.2.1", "192.0.2.2"])
            await GuessAsync(account.Email, address, GuardRule.Pair.Free);
        (await host.TellOwnerAsync(account)).ShouldBe(2);
        (await host.MailsAsync(account.Id, "sign-in-locked")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Guesses_AtAnAccountThatIsNotProven_AreToldToNobody()
    {
        var account = await host.RegisterAsync();
        await GuessAsync(account.Email, "192.0.2.3", GuardRule.Pair.Free);
        (await host.TellOwnerAsync(account)).ShouldBe(1);
        (await host.MailsAsync(account.Id, "sign-in-locked")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Guesses_AtManyAccounts_ShutTheAddressOut()
    {
        for (var i = 0; i < GuardRule.Address.Free; i++)
            await host.InScopeAsync<Guard, int>(async guard =>
            {
                await guard.EnterAsync(CancellationToken.None, GuardRule.Address.For(IPAddress.Parse("192.0.2.77")));
                return 0;
            });
        await (await host.SignInAsync("somebody@example.org", "not the password", "192.0.2.77")).ShouldBeAsync(429);
    }

    private async Task GuessAsync(string email, string address, int times)
    {
        for (var i = 0; i < times; i++)
            await (await host.SignInAsync(email, "not the password", address)).ShouldBeAsync(401);
    }
}
