using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>Nobody learns from an answer whether an address is known. What it tells by its time, the benchmark <c>enumeration</c> asks.</summary>
[Collection(nameof(AccountsGraph))]
public sealed partial class EnumerationTests(AccountsGraph graph)
{
    [Fact]
    public async Task Registration_OfAKnownAndOfAnUnknownAddress_AreAnsweredAlike()
    {
        var known = await graph.People.JoinAsync();
        await AlikeAsync("account/registrations", 201, People.Registration(known.Email), People.Registration(People.NewAddress()));
    }

    [Fact]
    public async Task SignIn_OfAKnownPendingAndUnknownAddress_AreAnsweredAlike()
    {
        var (known, pending) = (await graph.People.JoinAsync(), await graph.People.SignUpAsync(People.NewAddress()));
        await AlikeAsync("identity/sign-in", 401, [.. new[] { known.Email, pending.Email, People.NewAddress() }.Select(email => new { email, password = "not my password at all" })]);
    }

    [Fact]
    public async Task PasswordReset_OfAKnownPendingAndUnknownAddress_AreAnsweredAlike()
    {
        var (known, pending) = (await graph.People.JoinAsync(), await graph.People.SignUpAsync(People.NewAddress()));
        var asked = new[] { known.Email, pending.Email, People.NewAddress() }.Select(email => (object)new { email }).ToArray();
        await AlikeAsync("identity/password-resets", 202, asked);
        await AlikeAsync("identity/password-resets", 429, asked);
    }

    [Fact]
    public async Task Passcode_OfAPendingAndOfNoAccount_AreAnsweredAlike()
    {
        var known = await graph.People.JoinAsync();
        var (pending, repeated) = (await graph.People.SignUpAsync(People.NewAddress()), await graph.People.SignUpAsync(known.Email));
        await graph.Inbox.FindAsync(pending.Email, "is your Streamix code", @"^\s+([A-Z0-9]{6})\s*$");
        Guid[] accounts = [pending.Account, repeated.Account, known.Account, Guid.CreateVersion7()];

        await AlikeAsync("identity/passcodes/verify", 422, [.. accounts.Select(accountId => new { accountId, code = "AAAAAA" })]);
        await AlikeAsync("identity/passcodes/resend", 202, [.. accounts.Select(accountId => new { accountId })]);
        await AlikeAsync("identity/passcodes/resend", 429, [.. accounts.Select(accountId => new { accountId })]);
    }

    private async Task AlikeAsync(string path, int status, params object[] bodies)
    {
        using var http = graph.CreateBareClient();
        List<string> answers = [];
        foreach (var body in bodies)
        {
            using var answer = await http.PostAsJsonAsync($"/api/v1/{path}", body);
            var headers = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Order(StringComparer.Ordinal);
            answers.Add($"{(int)answer.StatusCode}\n{string.Join(' ', headers)}\n{answer.Content.Headers.ContentLength}\n{Masked(await answer.Content.ReadAsStringAsync())}");
        }
        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith($"{status}\n");
    }

    /// <summary>Without the ids of accounts and traces.</summary>
    private static string Masked(string body) => Ids().Replace(body, "ID");

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
