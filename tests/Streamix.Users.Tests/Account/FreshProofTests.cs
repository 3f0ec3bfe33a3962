using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Tests.Account;

/// <summary>An account with two steps asks for both, however the session was opened.</summary>
public sealed class FreshProofTests : IAsyncLifetime
{
    private AccountHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task SecondStep_SwitchedOn_IsAskedForBeforeWhatCannotBeUndone()
    {
        var id = await _host.AccountAsync();
        await ChangeAsync(id, "totp", "added", to: true);
        foreach (var call in Calls())
            (await call(As(id, "aal1")).ShouldAnswerAsync(401)).Headers.WwwAuthenticate.ToString().ShouldContain("acr_values=\"aal2\"");
        await As(id, "aal2").PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() }).ShouldAnswerAsync(201);
        await As(id, "aal2", TimeSpan.FromMinutes(20)).PostAsync("/account/exports", null).ShouldAnswerAsync(401);
        await As(id, "aal2").PostAsync("/account/exports", null).ShouldAnswerAsync(202);
    }

    [Fact]
    public async Task SecondStep_SwitchedOff_IsAskedForNoMore()
    {
        var id = await _host.AccountAsync();
        await ChangeAsync(id, "totp", "added", to: true);
        await ChangeAsync(id, "totp", "removed", to: false);
        await As(id, "aal1").PostAsync("/account/exports", null).ShouldAnswerAsync(202);
    }

    private static Func<HttpClient, Task<HttpResponseMessage>>[] Calls() =>
    [
        client => client.PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() }),
        client => client.PostAsync("/account/exports", null),
        client => client.GetAsync($"/account/exports/{Guid.CreateVersion7()}"),
        client => client.PostAsJsonAsync("/account/erasures", new { understood = true }),
    ];

    private HttpClient As(Guid id, string acr, TimeSpan age = default) =>
        _host.CreateClient().As(_host.Tokens.User(new UserClaims { Account = id, Acr = acr, AuthenticatedAt = _host.Time.GetUtcNow() - age }));

    private async Task ChangeAsync(Guid id, string factor, string change, bool to)
    {
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(new SecondFactorChanged(id, factor, change, _host.Time.GetUtcNow()), id.ToString("n"));
            await scope.ServiceProvider.GetRequiredService<AccountDb>().SaveChangesAsync();
        }
        await Until.TrueAsync(async () => (await _host.StoredAsync(id)).HasSecondStep == to, "the account knows");
    }
}
