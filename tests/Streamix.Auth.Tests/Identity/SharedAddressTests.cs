using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

/// <summary>Many people sign in from one address: the failures of some do not shut out the others for good.</summary>
public class SharedAddressTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task SignIns_BeyondTheLimit_GoOnWhileTheyAreRight()
    {
        var account = await host.ActivateAsync();
        await FailAsync("192.0.2.10", GuardRule.Address.Free);
        host.Time.Advance(TimeSpan.FromMinutes(1.1));
        for (var i = 0; i < 3; i++)
            await (await host.SignInAsync(account.Email, account.Password, "192.0.2.10")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Failures_OfYesterday_AreForgivenThoughOthersSignIn()
    {
        var account = await host.ActivateAsync();
        await FailAsync("192.0.2.11", GuardRule.Address.Free);
        for (var i = 0; i < 4; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(6.1));
            await (await host.SignInAsync(account.Email, account.Password, "192.0.2.11")).ShouldBeAsync(200);
        }
        await (await host.SignInAsync(account.Email, "not the password", "192.0.2.11")).ShouldBeAsync(401);
        await (await host.SignInAsync(account.Email, account.Password, "192.0.2.11")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Failures_NowAndThen_NeverShutTheAddressOut()
    {
        for (var i = 0; i < GuardRule.Address.Free * 1.5; i++)
        {
            await FailAsync("192.0.2.12", 1);
            host.Time.Advance(TimeSpan.FromMinutes(15));
        }
    }

    [Fact]
    public async Task Attempts_RefusedForOneAccount_DoNotCountForTheAddress()
    {
        var (guessed, other) = (await host.ActivateAsync(), await host.ActivateAsync());
        await FailAsync("192.0.2.13", GuardRule.Address.Free - GuardRule.Pair.Free - 1);
        for (var i = 0; i < GuardRule.Pair.Free; i++)
            await (await host.SignInAsync(guessed.Email, "not the password", "192.0.2.13")).ShouldBeAsync(401);
        for (var i = 0; i < 10; i++)
            await (await host.SignInAsync(guessed.Email, "not the password", "192.0.2.13")).ShouldBeAsync(429);
        await (await host.SignInAsync(other.Email, other.Password, "192.0.2.13")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Attempts_RefusedForTheAddress_DoNotCountForTheAccount()
    {
        var account = await host.ActivateAsync();
        await FailAsync("192.0.2.14", GuardRule.Address.Free);
        for (var i = 0; i < GuardRule.Account.Free; i++)
            await (await host.SignInAsync(account.Email, account.Password, "192.0.2.14")).ShouldBeAsync(429);
        await (await host.SignInAsync(account.Email, account.Password, "192.0.2.15")).ShouldBeAsync(200);
        host.Time.Advance(TimeSpan.FromMinutes(1.1));
        await (await host.SignInAsync(account.Email, account.Password, "192.0.2.14")).ShouldBeAsync(200);
    }

    private Task FailAsync(string address, int times) => host.InScopeAsync<Guard, int>(async guard =>
    {
        for (var i = 0; i < times; i++)
            await guard.EnterAsync(CancellationToken.None, GuardRule.Address.For(IPAddress.Parse(address)));
        return times;
    });
}
