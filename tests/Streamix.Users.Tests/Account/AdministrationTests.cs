using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class AdministrationTests(AccountHost host) : IClassFixture<AccountHost>
{
    private const string Route = "/account/admin/accounts";

    private async Task<HttpClient> AdminAsync() => host.User(await host.AccountAsync(roles: ["admin"]), "admin");

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, Guid id, string act, string reason = "abuse") =>
        client.PostAsJsonAsync($"{Route}/{id}/{act}", new { reason, note = "Seen by a test." });

    private async Task<List<JsonElement>> AuditsAsync(Guid id)
    {
        var target = $"account:{id:n}";
        var rows = await host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE subject = {target} ORDER BY position").ToListAsync());
        return [.. rows.Select(r => JsonDocument.Parse(r).RootElement)];
    }

    [Fact]
    public async Task Suspend_AndReinstate_TellOthersAndLeaveRecords()
    {
        var (admin, id) = (await AdminAsync(), await host.AccountAsync());
        await ActAsync(admin, id, "suspend").ShouldAnswerAsync(204);
        await ActAsync(admin, id, "suspend").ShouldAnswerAsync(409);
        await ActAsync(admin, id, "reinstate", "other").ShouldAnswerAsync(204);
        (await host.EventsAsync(id, "users.account.status-changed")).Select(e => (e.Body.GetProperty("status").GetString(), e.Body.GetProperty("reason").GetString()))
            .ShouldBe([("suspended", "abuse"), ("active", "other")]);
        (await AuditsAsync(id)).Select(a => a.GetProperty("action").GetString()).ShouldBe(["account.suspended", "account.reinstated"]);

        var file = await AccountHost.JsonAsync(await admin.GetAsync($"{Route}/{id}"));
        file.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("status").GetString()).ShouldBe(["active", "suspended", "active"]);
        file.GetProperty("history")[1].GetProperty("note").GetString().ShouldBe("Seen by a test.");
    }

    [Fact]
    public async Task Close_ForGood_FreesTheAddress()
    {
        var (admin, email) = (await AdminAsync(), AccountCalls.Somebody());
        var id = await host.AccountAsync(email);
        await ActAsync(admin, id, "close").ShouldAnswerAsync(204);
        foreach (var act in (string[])["close", "suspend", "reinstate"])
            await ActAsync(admin, id, act).ShouldAnswerAsync(409);
        await host.AccountAsync(email);
    }

    [Fact]
    public async Task File_TellsWhenTheOwnerConsented()
    {
        var id = await host.AccountAsync();
        var admin = await AdminAsync();
        (await AccountHost.JsonAsync(await admin.GetAsync($"{Route}/{id}"))).GetProperty("marketingConsentAt").ValueKind.ShouldBe(JsonValueKind.Null);
        await host.User(id).PutAsync("/account/consents", new { marketing = true }).ShouldAnswerAsync(200);
        (await AccountHost.JsonAsync(await admin.GetAsync($"{Route}/{id}"))).GetProperty("marketingConsentAt").GetDateTimeOffset()
            .ShouldBe(host.Time.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Reinstate_APendingOne_DoesNotActivateIt()
    {
        var id = await host.AccountAsync(status: AccountStatus.Pending);
        await ActAsync(await AdminAsync(), id, "reinstate").ShouldAnswerAsync(409);
        (await host.StoredAsync(id)).Status.ShouldBe(AccountStatus.Pending);
    }

    [Fact]
    public async Task Acts_BadReasonOrUnknownAccountOrRole_AreRefused()
    {
        var (admin, id) = (await AdminAsync(), await host.AccountAsync());
        (await (await ActAsync(admin, id, "suspend", "because").ShouldAnswerAsync(422)).ErrorAsync("reason")).ShouldContain("abuse");
        await ActAsync(admin, Guid.CreateVersion7(), "suspend").ShouldAnswerAsync(404);
        await admin.GetAsync($"{Route}/{Guid.CreateVersion7()}").ShouldAnswerAsync(404);
        await admin.PutAsync($"{Route}/{id}/roles/emperor", null).ShouldAnswerAsync(404);
        await admin.PutAsync($"{Route}/{await host.AccountAsync(status: AccountStatus.Pending)}/roles/editor", null).ShouldAnswerAsync(409);
    }

    [Fact]
    public async Task Roles_GrantedAndWithdrawn_AreToldWithAllThatAreLeft()
    {
        var (admin, id) = (await AdminAsync(), await host.AccountAsync());
        await admin.PutAsync($"{Route}/{id}/roles/support", null).ShouldAnswerAsync(204);
        await admin.PutAsync($"{Route}/{id}/roles/editor", null).ShouldAnswerAsync(204);
        await admin.PutAsync($"{Route}/{id}/roles/editor", null).ShouldAnswerAsync(204);
        await admin.DeleteAsync($"{Route}/{id}/roles/support").ShouldAnswerAsync(204);
        (await host.EventsAsync(id, "users.account.roles-changed")).Select(e => string.Join('+', e.Body.GetProperty("roles").EnumerateArray().Select(r => r.GetString())))
            .ShouldBe(["support", "editor+support", "editor"]);
        (await AuditsAsync(id)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Support_MayHelpUsers_ButNotTouchStaffNorRoles()
    {
        var support = host.User(await host.AccountAsync(roles: ["support"]), "support");
        var (user, staff) = (await host.AccountAsync(), await host.AccountAsync(roles: ["editor"]));
        await support.GetAsync($"{Route}?limit=1").ShouldAnswerAsync(200);
        await ActAsync(support, user, "suspend").ShouldAnswerAsync(204);
        await ActAsync(support, user, "close").ShouldAnswerAsync(403);
        await ActAsync(support, staff, "suspend").ShouldAnswerAsync(403);
        await support.PutAsync($"{Route}/{user}/roles/admin", null).ShouldAnswerAsync(403);
    }

    [Fact]
    public async Task PlainUser_OnAdminRoutes_Is403AndNobodyIs401()
    {
        var id = await host.AccountAsync();
        foreach (var (client, status) in ((HttpClient, int)[])[(host.User(id), 403), (host.CreateClient(), 401), (host.User(id, "editor"), 403)])
        {
            await client.GetAsync(Route).ShouldAnswerAsync(status);
            await client.GetAsync($"{Route}/{id}").ShouldAnswerAsync(status);
            foreach (var act in (string[])["suspend", "reinstate", "close"])
                await ActAsync(client, id, act).ShouldAnswerAsync(status);
            await client.PutAsync($"{Route}/{id}/roles/admin", null).ShouldAnswerAsync(status);
            await client.DeleteAsync($"{Route}/{id}/roles/admin").ShouldAnswerAsync(status);
        }
    }

    [Fact]
    public async Task FormerOperator_WithAnOldToken_ChangesNothing()
    {
        var (user, suspended) = (await host.AccountAsync(), await host.AccountAsync(status: AccountStatus.Suspended));
        foreach (var role in (string[])["admin", "support"])
        {
            var former = host.User(await host.AccountAsync(), role);
            await former.PutAsync($"{Route}/{user}/roles/admin", null).ShouldAnswerAsync(403);
            await ActAsync(former, user, "suspend").ShouldAnswerAsync(403);
            await ActAsync(former, user, "close").ShouldAnswerAsync(403);
            await ActAsync(former, suspended, "reinstate").ShouldAnswerAsync(403);
        }
        ((await host.StoredAsync(user)).Status, (await host.StoredAsync(suspended)).Status).ShouldBe((AccountStatus.Active, AccountStatus.Suspended));
    }

    [Fact]
    public async Task SuspendAndClose_WithoutABus_EndTheSessionsAtOnce()
    {
        var (admin, id) = (await AdminAsync(), await host.AccountAsync());
        await ActAsync(admin, id, "suspend").ShouldAnswerAsync(204);
        host.Sessions.EndsOf(id).ShouldBe(["suspended"]);
        await ActAsync(admin, id, "suspend").ShouldAnswerAsync(409);
        await ActAsync(admin, id, "reinstate").ShouldAnswerAsync(204);
        await ActAsync(admin, id, "close").ShouldAnswerAsync(204);
        host.Sessions.EndsOf(id).ShouldBe(["suspended", "closed"]);
    }

    [Fact]
    public async Task Roles_WithoutABus_AreToldToSessionsAtOnce()
    {
        var (admin, id) = (await AdminAsync(), await host.AccountAsync(roles: ["editor"]));
        await admin.PutAsync($"{Route}/{id}/roles/support", null).ShouldAnswerAsync(204);
        await admin.DeleteAsync($"{Route}/{id}/roles/editor").ShouldAnswerAsync(204);
        var revision = (await host.StoredAsync(id)).Revision;
        host.Sessions.Roles.Where(r => r.AccountId == id.ToString()).Select(r => (string.Join('+', r.Roles), r.Revision))
            .ShouldBe([("editor+support", revision - 1), ("support", revision)]);
    }

    [Fact]
    public async Task Suspend_SessionsAreDown_IsDoneAllTheSame()
    {
        await using var own = new AccountHost();
        await own.InitializeAsync();
        own.Sessions.Down = true;
        var (admin, id) = (own.User(await own.AccountAsync(roles: ["admin"]), "admin"), await own.AccountAsync());
        await ActAsync(admin, id, "suspend").ShouldAnswerAsync(204);
        (await own.StoredAsync(id)).Status.ShouldBe(AccountStatus.Suspended);
    }

    [Fact]
    public async Task LastAdministrator_ByAnyRoute_IsKept()
    {
        await using var own = new AccountHost();
        await own.InitializeAsync();
        var last = await own.AccountAsync(roles: ["admin"]);
        var admin = own.User(last, "admin");
        await admin.DeleteAsync($"{Route}/{last}/roles/admin").ShouldAnswerAsync(409);
        await ActAsync(admin, last, "suspend").ShouldAnswerAsync(409);
        await ActAsync(admin, last, "close").ShouldAnswerAsync(409);
        (await own.StoredAsync(last)).IsAdministrator.ShouldBeTrue();
    }

    [Fact]
    public async Task TwoAdministrators_RemovingEachOtherAtOnce_OneIsLeft()
    {
        await using var own = new AccountHost();
        await own.InitializeAsync();
        for (var round = 0; round < 10; round++)
        {
            await own.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET roles = ARRAY[]::text[]"));
            Guid[] two = [await own.AccountAsync(roles: ["admin"]), await own.AccountAsync(roles: ["admin"])];
            var answers = await Task.WhenAll(
                round % 2 == 0 ? own.User(two[0], "admin").DeleteAsync($"{Route}/{two[1]}/roles/admin") : ActAsync(own.User(two[0], "admin"), two[1], "suspend"),
                own.User(two[1], "admin").DeleteAsync($"{Route}/{two[0]}/roles/admin"));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            (await own.QueryAsync(db => db.Accounts.CountAsync(a => a.Status == AccountStatus.Active && a.Roles.Contains("admin")))).ShouldBe(1);
        }
    }
}
