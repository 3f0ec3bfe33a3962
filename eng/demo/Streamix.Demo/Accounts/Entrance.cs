using System.Diagnostics;
using System.Net;
using Streamix.Demo.Api;
using Streamix.Demo.Seeding;

namespace Streamix.Demo.Accounts;

/// <summary>Signs accounts in, and up where they are not there yet, as their owners would.</summary>
internal sealed class Entrance(Gateway gateway, Mailbox mailbox, Func<string, string> passwordOf, Pace pace, Log log)
{
    private static readonly TimeSpan Mail = TimeSpan.FromSeconds(60);

    /// <summary>An access token; the account exists and its address is proven afterwards.</summary>
    public async Task<string> EnterAsync(DemoAccount account, CancellationToken cancellationToken)
    {
        var answer = await SignInAsync(account, cancellationToken);
        if (answer.Status == HttpStatusCode.Unauthorized) await SignUpAsync(account, cancellationToken);
        else if (answer.Code == "email-unproven") await ProveAgainAsync(account, answer.Body.GetProperty("accountId").GetGuid(), cancellationToken);
        else return TokenOf(answer);
        log.Say($"{account.Email} is signed up");
        return await UntilAsync(
            async () => await SignInAsync(account, cancellationToken) is { IsSuccess: true } signedIn ? TokenOf(signedIn) : null, $"{account.Email} can sign in", cancellationToken);
    }

    /// <summary>A token with the rights of an administrator, which the platform gives to a proven address a moment later.</summary>
    public Task<string> EditorAsync(string administrator, CancellationToken cancellationToken) => EditorAsync(new DemoAccount(administrator, "Admin", "en-GB", "GB", []), cancellationToken);

    private Task<string> EditorAsync(DemoAccount account, CancellationToken cancellationToken) => UntilAsync(async () =>
    {
        var token = await EnterAsync(account, cancellationToken);
        var answer = await gateway.As(_ => Task.FromResult(token)).GetAsync("/api/v1/catalog/admin/titles?limit=1", cancellationToken);
        return answer.IsSuccess ? token : null;
    }, $"{account.Email} is an administrator", cancellationToken);

    private Task<Answer> SignInAsync(DemoAccount account, CancellationToken cancellationToken) =>
        gateway.PostAsync("/api/v1/identity/sign-in", new { email = account.Email, password = passwordOf(account.Name) }, cancellationToken);

    private async Task SignUpAsync(DemoAccount account, CancellationToken cancellationToken)
    {
        var known = (await mailbox.CodesAsync(account.Email, cancellationToken)).Count;
        var registration = new { email = account.Email, password = passwordOf(account.Name), displayName = account.DisplayName, locale = account.Locale, country = account.Country, termsVersion = "2026-01" };
        var id = (await gateway.PostAsync("/api/v1/account/registrations", registration, cancellationToken)).Required().Body.GetProperty("accountId").GetGuid();
        await ProveAsync(account, id, known, cancellationToken);
    }

    /// <summary>An earlier start ended between signing up and proving the address.</summary>
    private async Task ProveAgainAsync(DemoAccount account, Guid id, CancellationToken cancellationToken)
    {
        var known = (await mailbox.CodesAsync(account.Email, cancellationToken)).Count;
        (await gateway.PostAsync("/api/v1/identity/passcodes/resend", new { accountId = id }, cancellationToken)).Required();
        await ProveAsync(account, id, known, cancellationToken);
    }

    private async Task ProveAsync(DemoAccount account, Guid id, int known, CancellationToken cancellationToken)
    {
        var code = await UntilAsync(
            async () => (await mailbox.CodesAsync(account.Email, cancellationToken)).Skip(known).LastOrDefault(),
            $"a passcode for {account.Email} arrives (an account of this address with another password gets none: ./streamix reset, or start with --no-demo)", cancellationToken);
        await UntilAsync(
            async () => (await gateway.PostAsync("/api/v1/identity/passcodes/verify", new { accountId = id, code }, cancellationToken)).IsSuccess ? "proven" : null,
            $"the passcode of {account.Email} is taken", cancellationToken);
    }

    private static string TokenOf(Answer answer) => answer.Required().Body.TryGetProperty("session", out var session)
        ? session.GetProperty("accessToken").GetString()!
        : throw new DemoException($"{answer.Request}: a second factor is asked for; the demo signs in with passwords only");

    private async Task<string> UntilAsync(Func<Task<string?>> find, string what, CancellationToken cancellationToken)
    {
        var (clock, pause) = (Stopwatch.StartNew(), pace.First);
        while (true)
        {
            if (await find() is { } found) return found;
            if (clock.Elapsed > Mail) throw new DemoException($"Not within {Mail.TotalSeconds:0} s: {what}.");
            await Task.Delay(pause, cancellationToken);
            pause = pace.After(pause);
        }
    }
}
