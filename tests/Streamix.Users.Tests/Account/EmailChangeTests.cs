using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Streamix.Users.Tests.Account;

public sealed class EmailChangeTests(AccountHost host) : IClassFixture<AccountHost>
{
    private sealed record Started(Guid Account, string Old, string New, HttpClient Client, string Location);

    private async Task<Started> StartAsync(string? to = null)
    {
        var (old, next) = (AccountCalls.Somebody(), to ?? AccountCalls.Somebody());
        var account = await host.AccountAsync(old);
        var client = host.User(account);
        var answer = await client.PostAsJsonAsync("/account/email-changes", new { newEmail = next }).ShouldAnswerAsync(201);
        return new(account, old, next, client, answer.Headers.Location!.ToString());
    }

    private async Task<string> CodeAsync(Started change, string side) =>
        (await host.MailsAsync(change.Account)).Last(m => m.Template == "email-change" && m.Content.Values["side"] == side).Content.Values["code"];

    private static Task<HttpResponseMessage> ConfirmAsync(Started change, string? oldCode, string? newCode) =>
        change.Client.PostAsJsonAsync($"{change.Location}/confirm", new { oldCode, newCode });

    private static string State(JsonElement change) => change.GetProperty("state").GetString()!;

    [Fact]
    public async Task Confirm_BothCodes_ChangesTheAddressAndTellsEverybody()
    {
        var change = await StartAsync();
        (await host.MailsAsync(change.Account)).Select(m => (m.Content.To, m.Content.Values["side"])).ShouldBe([(change.Old, "old"), (change.New, "new")]);
        var done = await AccountHost.JsonAsync(await ConfirmAsync(change, await CodeAsync(change, "old"), await CodeAsync(change, "new")));
        State(done).ShouldBe("done");

        (await host.StoredAsync(change.Account)).EmailKey.ShouldBe(change.New);
        var told = (await host.EventsAsync(change.Account, "users.account.email-changed")).ShouldHaveSingleItem().Body;
        (told.GetProperty("email").GetString(), told.GetProperty("revision").GetInt64()).ShouldBe((change.New, 2));
        var last = (await host.MailsAsync(change.Account)).Last();
        (last.Template, last.Content.To).ShouldBe(("email-changed", change.Old));
        await ConfirmAsync(change, "AAAAAAAA", null).ShouldAnswerAsync(410);
    }

    [Fact]
    public async Task Confirm_OneAfterTheOther_IsDoneWithTheSecond()
    {
        var change = await StartAsync();
        var half = await AccountHost.JsonAsync(await ConfirmAsync(change, null, (await CodeAsync(change, "new")).ToLowerInvariant()));
        (State(half), half.GetProperty("newProven").GetBoolean(), half.GetProperty("oldProven").GetBoolean()).ShouldBe(("open", true, false));
        (await host.StoredAsync(change.Account)).EmailKey.ShouldBe(change.Old);
        State(await AccountHost.JsonAsync(await ConfirmAsync(change, await CodeAsync(change, "old"), null))).ShouldBe("done");
    }

    [Fact]
    public async Task Confirm_SwappedOrMissingCodes_Is422()
    {
        var change = await StartAsync();
        var answer = await ConfirmAsync(change, await CodeAsync(change, "new"), await CodeAsync(change, "old")).ShouldAnswerAsync(422);
        (await answer.ErrorAsync("oldCode")).ShouldContain("3 more");
        await ConfirmAsync(change, null, null).ShouldAnswerAsync(422);
    }

    [Fact]
    public async Task Confirm_TooManyWrongCodes_EndsIt()
    {
        var change = await StartAsync();
        for (var i = 0; i < 5; i++)
            await ConfirmAsync(change, "WRONG234", null).ShouldAnswerAsync(422);
        await ConfirmAsync(change, await CodeAsync(change, "old"), await CodeAsync(change, "new")).ShouldAnswerAsync(410);
        State(await AccountHost.JsonAsync(await change.Client.GetAsync(change.Location))).ShouldBe("failed");
    }

    [Fact]
    public async Task Confirm_ManyGuessesAtOnce_AreCountedOneByOne()
    {
        var change = await StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => ConfirmAsync(change, "WRONG234", null)));
        answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.Gone).ShouldBe(11);
    }

    [Fact]
    public async Task Confirm_TooLate_Is410()
    {
        await using var own = new AccountHost();
        await own.InitializeAsync();
        var id = await own.AccountAsync();
        var location = (await own.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() })).Headers.Location;
        var codes = (await own.MailsAsync(id)).Select(m => m.Content.Values["code"]).ToList();
        own.Time.Advance(TimeSpan.FromMinutes(31));
        await own.User(id).PostAsJsonAsync($"{location}/confirm", new { oldCode = codes[0], newCode = codes[1] }).ShouldAnswerAsync(410);
        State(await AccountHost.JsonAsync(await own.User(id).GetAsync(location))).ShouldBe("expired");
    }

    [Fact]
    public async Task Cancel_Open_KeepsTheAddress()
    {
        var change = await StartAsync();
        await change.Client.DeleteAsync(change.Location).ShouldAnswerAsync(204);
        await ConfirmAsync(change, await CodeAsync(change, "old"), await CodeAsync(change, "new")).ShouldAnswerAsync(410);
        await change.Client.DeleteAsync(change.Location).ShouldAnswerAsync(404);
    }

    [Fact]
    public async Task Resend_AfterTheCoolDown_MakesNewCodes()
    {
        await using var own = new AccountHost();
        await own.InitializeAsync();
        var id = await own.AccountAsync();
        var location = (await own.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() })).Headers.Location;
        var early = await own.User(id).PostAsync($"{location}/resend", null).ShouldAnswerAsync(429);
        early.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        for (var i = 0; i < 3; i++)
        {
            own.Time.Advance(TimeSpan.FromSeconds(61));
            await own.User(id).PostAsync($"{location}/resend", null).ShouldAnswerAsync(200);
        }
        own.Time.Advance(TimeSpan.FromSeconds(61));
        await own.User(id).PostAsync($"{location}/resend", null).ShouldAnswerAsync(409);

        var codes = (await own.MailsAsync(id)).Select(m => m.Content.Values["code"]).ToList();
        await own.User(id).PostAsJsonAsync($"{location}/confirm", new { oldCode = codes[0] }).ShouldAnswerAsync(422);
        await own.User(id).PostAsJsonAsync($"{location}/confirm", new { oldCode = codes[^2], newCode = codes[^1] }).ShouldAnswerAsync(200);
    }

    [Fact]
    public async Task Start_AddressOfAnother_IsAnsweredAlikeAndOnlyTheirOwnerIsTold()
    {
        var taken = AccountCalls.Somebody();
        var owner = await host.AccountAsync(taken);
        var (free, busy) = (await StartAsync(), await StartAsync(taken));
        var answers = await Task.WhenAll(new[] { free, busy }.Select(async c => await AccountHost.JsonAsync(await c.Client.GetAsync(c.Location))));
        answers[1].EnumerateObject().Select(p => p.Name).ShouldBe(answers[0].EnumerateObject().Select(p => p.Name));
        State(answers[1]).ShouldBe("open");
        (await host.MailsAsync(busy.Account)).Select(m => m.Content.To).ShouldBe([busy.Old]);
        (await host.MailsAsync(owner)).ShouldHaveSingleItem().Template.ShouldBe("already-registered");
    }

    [Fact]
    public async Task Confirm_TwoWantTheSameAddress_OneGetsIt()
    {
        var wanted = AccountCalls.Somebody();
        var rivals = new[] { await StartAsync(wanted), await StartAsync(wanted), await StartAsync(wanted) };
        var answers = await Task.WhenAll(rivals.Select(async r => await ConfirmAsync(r, await CodeAsync(r, "old"), await CodeAsync(r, "new"))));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409, 409]);
        (await host.QueryAsync(db => db.Accounts.CountAsync(a => a.EmailKey == wanted))).ShouldBe(1);
    }

    [Fact]
    public async Task Start_Limits_AreKept()
    {
        var email = AccountCalls.Somebody();
        var id = await host.AccountAsync(email);
        await host.LongSince(id).PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() }).ShouldAnswerAsync(401);
        (await (await host.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = email.ToUpperInvariant() }).ShouldAnswerAsync(422)).ErrorAsync("newEmail")).ShouldContain("already");
        await host.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = "nobody" }).ShouldAnswerAsync(422);
        for (var i = 0; i < 5; i++)
            await host.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() }).ShouldAnswerAsync(201);
        (await host.User(id).PostAsJsonAsync("/account/email-changes", new { newEmail = AccountCalls.Somebody() }).ShouldAnswerAsync(429)).Headers.RetryAfter.ShouldNotBeNull();
        (await host.QueryAsync(db => db.EmailChanges.CountAsync(c => c.AccountId == id && c.State == Users.Account.EmailChanges.EmailChangeState.Open))).ShouldBe(1);
    }

    [Fact]
    public async Task Stranger_WithTheId_FindsNothing()
    {
        var change = await StartAsync();
        var stranger = host.User(await host.AccountAsync());
        await stranger.GetAsync(change.Location).ShouldAnswerAsync(404);
        await stranger.PostAsJsonAsync($"{change.Location}/confirm", new { oldCode = await CodeAsync(change, "old") }).ShouldAnswerAsync(404);
        await stranger.PostAsync($"{change.Location}/resend", null).ShouldAnswerAsync(404);
        await stranger.DeleteAsync(change.Location).ShouldAnswerAsync(404);
    }

    [Fact]
    public async Task Codes_AfterTheMails_StandInNoTable()
    {
        var change = await StartAsync();
        foreach (var side in (string[])["old", "new"])
            (await WholeDatabase.FindAsync(host.Database, await CodeAsync(change, side))).ShouldBeEmpty();
    }
}
