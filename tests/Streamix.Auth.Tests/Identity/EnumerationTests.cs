using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Passwords;
using Streamix.Auth.Tests.Identity.Hosting;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity;

/// <summary>Nobody learns from an answer, or from what it costs, whether an address is known.</summary>
public class EnumerationTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task SignIn_WithTheWrongPassword_AnswersAlikeWhoeverItIs()
    {
        var (active, pending, suspended) = (await host.ActivateAsync(), await host.RegisterAsync(), await host.ActivateAsync());
        await host.StatusAsync(suspended, AccountStatuses.Suspended, 5);
        string[] everybody = [active.Email, pending.Email, suspended.Email, "nobody@example.org"];

        HashSet<string> answers = new(StringComparer.Ordinal);
        foreach (var email in everybody)
            answers.Add(await AnswerAsync(await host.SignInAsync(email, "not the password")));
        answers.ShouldHaveSingleItem().ShouldStartWith("401");
    }

    [Fact]
    public async Task SignIn_WhoeverItIs_ComputesOneHash()
    {
        var account = await host.ActivateAsync();
        await host.SignInAsync("first@example.org", "computes the hash of nobody");
        (await HashesAsync(() => host.SignInAsync(account.Email, "not the password"))).ShouldBe(1);
        (await HashesAsync(() => host.SignInAsync("nobody.else@example.org", "not the password"))).ShouldBe(1);
        (await HashesAsync(() => host.SignInAsync(account))).ShouldBe(1);
    }

    [Fact]
    public async Task SignIn_WithTheWrongPassword_CostsAsMuchWhoeverItIsAndHoweverOldTheHash()
    {
        var (account, old) = (await host.ActivateAsync(), await host.ActivateAsync());
        var weaker = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })).HashPassword(new(), old.Password);
        await host.QueryAsync(db => db.Credentials.Where(c => c.AccountId == old.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PasswordHash, weaker)));
        foreach (var email in (string[])[account.Email, old.Email, $"nobody.{Guid.NewGuid():n}@example.org"])
            (await CountAsync(PasswordWork.Iterations, () => host.SignInAsync(email, "not the password"))).ShouldBe(PasswordHash.Iterations, email);
    }

    [Fact]
    public async Task Lock_WhoeverItIs_IsToldToOurselvesOnly()
    {
        var account = await host.ActivateAsync();
        foreach (var email in (string[])[account.Email, $"nobody.{Guid.NewGuid():n}@example.org"])
        {
            for (var i = 1; i < GuardRule.Pair.Free; i++)
                await (await host.SignInAsync(email, "not the password", "198.51.100.45")).ShouldBeAsync(401);
            var before = await StagedAsync();
            await (await host.SignInAsync(email, "not the password", "198.51.100.45")).ShouldBeAsync(401);
            (await StagedAsync()).Skip(before.Count).ShouldBe(["auth.sign-in.locked"], email);
        }
    }

    [Fact]
    public async Task Lock_OfAnUnknownAddress_FallsLikeThatOfAKnownOne()
    {
        var account = await host.ActivateAsync();
        foreach (var email in (string[])[account.Email, $"nobody.{Guid.NewGuid():n}@example.org"])
        {
            for (var i = 0; i < GuardRule.Pair.Free; i++)
                await (await host.SignInAsync(email, "not the password", "198.51.100.44")).ShouldBeAsync(401);
            (await AnswerAsync(await host.SignInAsync(email, "not the password", "198.51.100.44"))).ShouldStartWith("429");
        }
    }

    [Fact]
    public async Task ForgottenPassword_WhoeverItIs_AnswersAlike()
    {
        var (account, pending) = (await host.ActivateAsync(), await host.RegisterAsync());
        foreach (var email in (string[])[account.Email, pending.Email, $"nobody.{Guid.NewGuid():n}@example.org"])
        {
            (await AnswerAsync(await ForgotAsync(email))).ShouldBe("202 ");
            (await AnswerAsync(await ForgotAsync(email))).ShouldStartWith("429");
        }
        (await host.MailsAsync(account.Id, "password-reset")).Count.ShouldBe(1);
        (await host.MailsAsync(pending.Id, "password-reset")).ShouldBeEmpty();
    }

    private Task<HttpResponseMessage> ForgotAsync(string email) => host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email });

    private static async Task<string> AnswerAsync(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {PasscodeTests.WithoutTrace(await response.Content.ReadAsStringAsync())}";

    private Task<List<string>> StagedAsync() => host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT type AS \"Value\" FROM outbox ORDER BY position").ToListAsync());

    private Task<int> HashesAsync(Func<Task<HttpResponseMessage>> call) => CountAsync(PasswordWork.Hashes, call);

    private async Task<int> CountAsync(string counter, Func<Task<HttpResponseMessage>> call)
    {
        var counted = 0;
        var meters = host.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == counter && ReferenceEquals(instrument.Meter.Scope, meters))
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref counted, (int)count));
        listener.Start();
        using var response = await call();
        return counted;
    }
}
