using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Activation;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Tests.Account;

/// <summary>What many tests do and look at.</summary>
internal static class AccountCalls
{
    public const string Password = "correct horse battery staple";
    private static int _people;

    public static string Somebody() => $"somebody{Interlocked.Increment(ref _people)}@example.org";

    public static object Draft(string? email = null, string password = Password) =>
        new { email = email ?? Somebody(), password, displayName = "Ada", locale = "en-GB", country = "GB", termsVersion = "2026-01" };

    public static Task<HttpResponseMessage> RegisterAsync(this HttpClient client, object draft, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/account/registrations") { Content = JsonContent.Create(draft) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public static async Task<Guid> RegisteredAsync(this AccountHost host, string? email = null) =>
        (await AccountHost.JsonAsync(await host.CreateClient().RegisterAsync(Draft(email)))).GetProperty("accountId").GetGuid();

    /// <summary>An account that exists already, made without the work of a sign-up.</summary>
    public static async Task<Guid> AccountAsync(
        this AccountHost host, string? email = null, string[]? roles = null, AccountStatus status = AccountStatus.Active, string name = "Ada", string country = "GB") =>
        await host.QueryAsync(async db =>
        {
            var now = host.Time.GetUtcNow();
            var account = new UserAccount(EmailAddress.Parse(email ?? Somebody()), new(name), new("en-GB", country), "2026-01", false, now);
            if (status != AccountStatus.Pending)
                account.Become(status == AccountStatus.Closed ? AccountStatus.Closed : AccountStatus.Active, "test", now);
            if (status == AccountStatus.Suspended)
                account.Become(status, "test", now);
            foreach (var role in roles ?? [])
                account.Grant(role);
            db.Accounts.Add(account);
            db.StatusChanges.Add(new(account.Id, account.Status, "test", null, "service:test", now));
            await db.SaveChangesAsync();
            return account.Id;
        });

    /// <summary>Handles the event as messaging does: in a transaction, saved by the caller.</summary>
    public static async Task ProveAsync(this AccountHost host, Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountDb>();
        var handler = ActivatorUtilities.CreateInstance<ActivateProven>(scope.ServiceProvider);
        var context = new EventContext(Guid.CreateVersion7(), "auth.email.proven", 1, id.ToString("n"), host.Time.GetUtcNow(), "test", 1);
        await db.InTransactionAsync(async token =>
        {
            await handler.HandleAsync(new EmailProven(id, host.Time.GetUtcNow()), context, token);
            await db.SaveChangesAsync(token);
        });
    }

    public static Task<UserAccount> StoredAsync(this AccountHost host, Guid id) => host.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>What waits for the bus, oldest first: nothing takes it away in a host without one.</summary>
    public static async Task<List<(string Type, JsonElement Body)>> EventsAsync(this AccountHost host, Guid account, string? type = null)
    {
        var subject = account.ToString("n");
        var rows = await host.QueryAsync(db => db.Database.SqlQuery<string>(
            $"SELECT type || ' ' || convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync());
        return [.. rows.Select(r => (r[..r.IndexOf(' ')], JsonDocument.Parse(r[(r.IndexOf(' ') + 1)..]).RootElement)).Where(e => type is null || e.Item1 == type)];
    }

    public static async Task<List<(string Template, MailContent Content)>> MailsAsync(this AccountHost host, Guid account)
    {
        var email = await SealedRecipient.Email;
        return [.. (await host.EventsAsync(account, "comms.mail.requested")).Select(e => (
            e.Body.GetProperty("template").GetString()!,
            JsonSerializer.Deserialize<MailContent>(email.Open(e.Body.GetProperty("sealed").GetString()!), JsonDefaults.Options)!))];
    }

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, object body, string? ifMatch = "*")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    /// <summary>The messages of one field of a problem.</summary>
    public static async Task<string> ErrorAsync(this HttpResponseMessage response, string field) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty(field)[0].GetString()!;

    public static async Task<HttpResponseMessage> ShouldAnswerAsync(this Task<HttpResponseMessage> call, int status)
    {
        var answer = await call;
        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
        if (status >= 400)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return answer;
    }
}
