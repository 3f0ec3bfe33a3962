using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Tests.Identity.Hosting;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity;

public class PrivacyTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Export_TellsWhatIsKnownAndNoSecret()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        var text = await Service().GetStringAsync($"/internal/personal-data/{account.Id}");
        text.ShouldContain(account.Email);
        text.ShouldContain("authenticatorApp");
        var hash = await host.QueryAsync(db => db.Credentials.Where(c => c.AccountId == account.Id).Select(c => c.PasswordHash).SingleAsync());
        text.ShouldNotContain(hash);
        text.ShouldNotContain(account.TotpSecret!);
    }

    [Fact]
    public async Task Erasure_LeavesNothingInAnyTable()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        await host.ChallengeAsync(account);
        await host.SignInAsync(account.Email, "not the password");
        await host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email = account.Email });

        (await Service().DeleteAsync($"/internal/personal-data/{account.Id}")).EnsureSuccessStatusCode();

        foreach (var table in (string[])["account_copies", "authenticators", "challenges", "credentials", "passcodes", "passkeys", "password_resets", "recovery_codes"])
            (await CountAsync($"SELECT count(*) FROM {table} WHERE account_id = $1", account.Id)).ShouldBe(0, table);
        var again = await (await Service().DeleteAsync($"/internal/personal-data/{account.Id}")).ShouldBeAsync(200);
        again.GetProperty("credentials").GetInt32().ShouldBe(0);
        await (await host.SignInAsync(account)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task Erased_AfterARegistrationThatCameLate_LeavesNothing()
    {
        var account = await host.RegisterAsync();
        await host.SignInAsync(account.Email, "not the password");
        await host.HandleAsync<AccountErased, FollowAccount>(new(account.Id, Guid.CreateVersion7(), host.Time.GetUtcNow()));
        foreach (var table in (string[])["account_copies", "credentials", "passcodes"])
            (await CountAsync($"SELECT count(*) FROM {table} WHERE account_id = $1", account.Id)).ShouldBe(0, table);
    }

    [Fact]
    public async Task Credential_WhenItGoes_TakesEverythingOfTheAccountAlong()
    {
        var account = await host.WithTotpAsync(await host.ActivateAsync());
        await host.ChallengeAsync(account);
        await host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email = account.Email });
        string[] tables = ["authenticators", "challenges", "passcodes", "password_resets", "recovery_codes"];
        foreach (var table in tables)
            (await CountAsync($"SELECT count(*) FROM {table} WHERE account_id = $1", account.Id)).ShouldBeGreaterThan(0, table);
        await host.QueryAsync(db => db.Credentials.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync());
        foreach (var table in tables)
            (await CountAsync($"SELECT count(*) FROM {table} WHERE account_id = $1", account.Id)).ShouldBe(0, table);
    }

    [Fact]
    public async Task PersonalData_AskedForByAUser_IsForbidden()
    {
        var account = await host.ActivateAsync();
        await (await host.As(account).GetAsync($"/internal/personal-data/{account.Id}")).ShouldBeAsync(403);
    }

    [Fact]
    public async Task Sweep_RemovesWhatHasExpired()
    {
        var account = await host.RegisterAsync();
        host.Time.Advance(TimeSpan.FromDays(1.1));
        (await host.Services.GetRequiredService<Streamix.Auth.Identity.Upkeep.Sweeper>().SweepAsync(CancellationToken.None)).ShouldBeGreaterThan(0);
        (await host.QueryAsync(db => db.Passcodes.AnyAsync(p => p.AccountId == account.Id))).ShouldBeFalse();
    }

    private HttpClient Service() => host.Anonymous().AsService(host.Tokens.Service("users-account"));

    private async Task<long> CountAsync(string sql, Guid account)
    {
        await using var connection = new NpgsqlConnection(host.Database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = account } } };
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
