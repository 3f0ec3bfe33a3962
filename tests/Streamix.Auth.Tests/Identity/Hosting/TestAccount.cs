using System.Text.Json;
using Npgsql;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Notices;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>Somebody who signed up.</summary>
internal sealed record TestAccount(Guid Id, string Email, string Password)
{
    public string Session { get; } = Guid.NewGuid().ToString("n");

    public string? TotpSecret { get; init; }

    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];
}

internal static class TestAccounts
{
    public static TestAccount Somebody(string? email = null) =>
        new(Guid.CreateVersion7(), email ?? $"ada.{Guid.NewGuid():n}@example.org", $"pass phrase {Guid.NewGuid():n}");

    public static async Task<AccountRegistered> RegistrationAsync(this IdentityHost host, TestAccount account) => new(
        account.Id, account.Email, "Ada", "pt-BR", "BR",
        await host.Services.GetRequiredService<PasswordSeal>().SealAsync(account.Password, CancellationToken.None), host.Time.GetUtcNow());

    /// <summary>Registered, not proven.</summary>
    public static async Task<TestAccount> RegisterAsync(this IdentityHost host, string? email = null)
    {
        var account = Somebody(email);
        await host.HandleAsync<AccountRegistered, NewCredential>(await host.RegistrationAsync(account));
        return account;
    }

    /// <summary>Proven and active.</summary>
    public static async Task<TestAccount> ActivateAsync(this IdentityHost host, string? email = null, params string[] roles)
    {
        var account = await host.RegisterAsync(email);
        using var proven = await host.VerifyAsync(account.Id, await host.PasscodeAsync(account));
        await proven.ShouldBeAsync(204);
        await host.StatusAsync(account, AccountStatuses.Active, 1);
        if (roles.Length > 0)
            await host.HandleAsync<AccountRolesChanged, FollowAccount>(new(account.Id, roles, 2, host.Time.GetUtcNow()));
        return account;
    }

    public static Task StatusAsync(this IdentityHost host, TestAccount account, string status, long revision) =>
        host.HandleAsync<AccountStatusChanged, FollowAccount>(new(account.Id, status, null, revision, host.Time.GetUtcNow()));

    public static async Task HandleAsync<TEvent, THandler>(this IdentityHost host, TEvent @event) where TEvent : IEvent where THandler : IEventHandler<TEvent>
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (db, handler) = (scope.ServiceProvider.GetRequiredService<IdentityDb>(), scope.ServiceProvider.GetRequiredService<THandler>());
        await db.InTransactionAsync(async token =>
        {
            await handler.HandleAsync(@event, new(Guid.NewGuid(), "test", 1, "test", host.Time.GetUtcNow(), "test", 1), token);
            await db.SaveChangesAsync(token);
        });
    }

    public static Task<HttpResponseMessage> VerifyAsync(this IdentityHost host, Guid account, string code) =>
        host.Anonymous().PostAsJsonAsync("/identity/passcodes/verify", new { accountId = account, code });

    public static Task<HttpResponseMessage> SignInAsync(this IdentityHost host, string email, string password, string? address = null, string transport = "bearer") =>
        host.Anonymous(address).PostAsJsonAsync("/identity/sign-in", new { email, password, transport });

    public static Task<HttpResponseMessage> SignInAsync(this IdentityHost host, TestAccount account) => host.SignInAsync(account.Email, account.Password);

    public static async Task<string> PasscodeAsync(this IdentityHost host, TestAccount account) => (await host.MailsAsync(account.Id, "passcode"))[^1].Text("code");

    /// <summary>Hears what identity told itself of guesses at an account; how often it did.</summary>
    public static async Task<int> TellOwnerAsync(this IdentityHost host, TestAccount account)
    {
        var told = (await host.StagedAsync("auth.sign-in.locked")).Select(e => e.Deserialize<SignInLocked>(EventJson.Options)!).Where(e => e.AccountId == account.Id).ToList();
        foreach (var locked in told)
            await host.HandleAsync<SignInLocked, TellOwner>(locked);
        return told.Count;
    }

    /// <summary>The variables of the mails of one template to one account, oldest first, as comms-email reads them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> MailsAsync(this IdentityHost host, Guid account, string template) =>
        [.. (await host.StagedAsync("comms.mail.requested")).Where(m => m.GetProperty("accountId").GetGuid() == account && m.Text("template") == template)
            .Select(m => JsonDocument.Parse(host.Comms.Sealer.Open(m.Text("sealed"))).RootElement.GetProperty("values"))];

    /// <summary>The events that have been staged and not yet fetched by anybody.</summary>
    public static async Task<IReadOnlyList<JsonElement>> StagedAsync(this IdentityHost host, string type)
    {
        await using var connection = new NpgsqlConnection(host.Database);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand("SELECT body FROM outbox WHERE type = $1 ORDER BY id", connection) { Parameters = { new() { Value = type } } };
        await using var reader = await select.ExecuteReaderAsync();
        List<JsonElement> events = [];
        while (await reader.ReadAsync())
            events.Add(JsonDocument.Parse((byte[])reader[0]).RootElement);
        return events;
    }

    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
