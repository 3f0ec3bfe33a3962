using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Testing.Tokens;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Activation;
using Streamix.Users.Account.Erasures;

namespace Streamix.Users.Tests.Account;

public sealed class ErasureTests : SagaScene
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(31);

    private async Task<string> StartAsync(Guid account) =>
        (await AccountHost.JsonAsync(await Host.User(account).PostAsJsonAsync("/account/erasures", new { understood = true }).ShouldAnswerAsync(202))).GetProperty("receipt").GetString()!;

    private async Task<JsonElement> ReceiptAsync(string receipt) => await AccountHost.JsonAsync(await Host.CreateClient().GetAsync($"/account/erasures/{receipt}"));

    [Fact]
    public async Task Erase_AllAnswer_IsDoneAfterASecondPassThatFindsNothing()
    {
        var email = AccountCalls.Somebody();
        var id = await Host.AccountAsync(email, name: "Augusta Ada");
        Films.Rows.Enqueue(7);
        var receipt = await StartAsync(id);
        (await Host.EventsAsync(id, "users.account.status-changed")).Single().Body.GetProperty("reason").GetString().ShouldBe("owner");

        await EraseStepsAsync();
        States(await ReceiptAsync(receipt)).Values.ShouldAllBe(s => s == "settling");
        Host.Time.Advance(Settled);
        await EraseStepsAsync();

        var done = await ReceiptAsync(receipt);
        done.GetProperty("state").GetString().ShouldBe("done");
        States(done).ShouldBe(new Dictionary<string, string> { ["fake-bills"] = "confirmed", ["fake-films"] = "confirmed", ["users-account"] = "confirmed" });
        done.GetProperty("services")[1].GetProperty("erased").GetInt32().ShouldBe(7);
        done.ToString().ShouldNotContain(id.ToString());
        (await Host.EventsAsync(id, "users.account.erased")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Erase_Done_LeavesATombstoneAndNothingElse()
    {
        var email = AccountCalls.Somebody();
        var id = await Host.AccountAsync(email, name: "Augusta Ada King");
        var user = Host.User(id);
        await user.PostAsJsonAsync("/account/addresses", new { label = "Home", recipient = "Ada", line1 = "1 Unusual Street", city = "London", country = "GB", postalCode = "SW1Y 4LB" }).ShouldAnswerAsync(201);
        await user.PostAsJsonAsync("/account/email-changes", new { newEmail = "augusta@example.com" }).ShouldAnswerAsync(201);
        await StartAsync(id);
        await EraseStepsAsync();
        Host.Time.Advance(Settled);
        await EraseStepsAsync();

        foreach (var trace in (string[])[email, "Augusta Ada King", "1 Unusual Street", "augusta@example.com"])
            (await WholeDatabase.FindAsync(Host.Database, trace)).ShouldBeEmpty();
        (await Host.StoredAsync(id)).ErasedAt.ShouldNotBeNull();
        await Host.CreateClient().RegisterAsync(AccountCalls.Draft(email)).ShouldAnswerAsync(201);
    }

    [Fact]
    public async Task Erase_LateRows_NeedAnotherPass()
    {
        Bills.Rows.Enqueue(2);
        Bills.Rows.Enqueue(1);
        var receipt = await StartAsync(await Host.AccountAsync());
        await EraseStepsAsync();
        Host.Time.Advance(Settled);
        await EraseStepsAsync();
        var between = await ReceiptAsync(receipt);
        (between.GetProperty("state").GetString(), States(between)["fake-bills"], States(between)["fake-films"]).ShouldBe(("running", "settling", "confirmed"));
        Host.Time.Advance(Settled);
        await EraseStepsAsync();
        var done = await ReceiptAsync(receipt);
        (done.GetProperty("state").GetString(), done.GetProperty("services")[0].GetProperty("erased").GetInt32(), Bills.Erasures).ShouldBe(("done", 3, 3));
        Films.Erasures.ShouldBe(2);
    }

    [Fact]
    public async Task Erase_OneIsDownPastTheDeadline_GoesOnUntilItAnswers()
    {
        Bills.Down = true;
        var receipt = await StartAsync(await Host.AccountAsync());
        await EraseStepsAsync();
        States(await ReceiptAsync(receipt))["fake-bills"].ShouldBe("retrying");
        Host.Time.Advance(TimeSpan.FromDays(4));
        await EraseStepsAsync();
        (await Host.QueryAsync(db => db.Erasures.SingleAsync())).OverdueAt.ShouldNotBeNull();
        (await ReceiptAsync(receipt)).GetProperty("state").GetString().ShouldBe("running");

        Bills.Down = false;
        for (var i = 0; i < 2; i++)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(6));
            await EraseStepsAsync();
        }
        (await ReceiptAsync(receipt)).GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task Erase_RestartBetweenPasses_GoesOn()
    {
        var id = await Host.AccountAsync();
        var receipt = await StartAsync(id);
        await EraseStepsAsync();
        await RestartAsync();
        Host.Time.Advance(Settled);
        await EraseStepsAsync();
        (await ReceiptAsync(receipt)).GetProperty("state").GetString().ShouldBe("done");
        (await Host.EventsAsync(id, "users.account.erased")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Erase_ProcessDiesInsideAStep_AnotherTakesOverAfterTheLease()
    {
        var receipt = await StartAsync(await Host.AccountAsync());
        Films.Held = new();
        using (var death = new CancellationTokenSource())
        {
            var step = Host.Services.GetRequiredService<ErasureSaga>().StepAsync(death.Token);
            await Testing.Until.TrueAsync(() => Bills.Erasures == 1, "the other holder has answered");
            await death.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(step);
        }
        Films.Held = null;
        await RestartAsync();
        (await Host.Services.GetRequiredService<ErasureSaga>().StepAsync(default)).ShouldBeFalse("the lease still holds");
        for (var i = 0; i < 3; i++)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(3));
            await EraseStepsAsync();
        }
        (await ReceiptAsync(receipt)).GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task Erase_TwoReplicas_FinishItOnce()
    {
        var id = await Host.AccountAsync();
        await StartAsync(id);
        var saga = Host.Services.GetRequiredService<ErasureSaga>();
        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => saga.StepAsync(default)));
            Host.Time.Advance(Settled);
        }
        (await Host.EventsAsync(id, "users.account.erased")).Count.ShouldBe(1);
        (Films.Erasures, Bills.Erasures).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Erase_AskedTwice_IsTheSameErasure()
    {
        var id = await Host.AccountAsync();
        (await StartAsync(id)).ShouldBe(await StartAsync(id));
        (await Host.MailsAsync(id)).ShouldHaveSingleItem().Template.ShouldBe("erasure-started");
    }

    [Fact]
    public async Task Erase_WithoutProofOrUnderstanding_IsRefused()
    {
        var id = await Host.AccountAsync();
        await Host.LongSince(id).PostAsJsonAsync("/account/erasures", new { understood = true }).ShouldAnswerAsync(401);
        await Host.User(id).PostAsJsonAsync("/account/erasures", new { understood = false }).ShouldAnswerAsync(422);
        await Host.CreateClient().GetAsync($"/account/erasures/{id}").ShouldAnswerAsync(404);
        (await Host.StoredAsync(id)).Status.ShouldBe(AccountStatus.Active);
    }

    [Fact]
    public async Task Erase_TheLastAdministrator_Is409()
    {
        var id = await Host.AccountAsync(roles: ["admin"]);
        await Host.User(id).PostAsJsonAsync("/account/erasures", new { understood = true }).ShouldAnswerAsync(409);
        await Host.AccountAsync(roles: ["admin"]);
        await Host.User(id).PostAsJsonAsync("/account/erasures", new { understood = true }).ShouldAnswerAsync(202);
    }

    [Fact]
    public async Task Erase_WithoutTheSaga_SparesAnAccountInUse()
    {
        var id = await Host.AccountAsync();
        await Host.CreateClient().AsService(Host.Tokens.Service("users-account")).DeleteAsync($"/internal/personal-data/{id}").ShouldAnswerAsync(409);
        (await Host.StoredAsync(id)).ErasedAt.ShouldBeNull();
    }

    [Fact]
    public async Task NeverProven_AfterTheJanitor_IsErasedEverywhere()
    {
        var id = await Host.RegisteredAsync();
        Host.Time.Advance(TimeSpan.FromHours(25));
        await Host.Services.GetRequiredService<Janitor>().SweepAsync(default);
        await EraseStepsAsync();
        Host.Time.Advance(Settled);
        await EraseStepsAsync();
        (await Host.StoredAsync(id)).ErasedAt.ShouldNotBeNull();
        (await Host.EventsAsync(id, "users.account.erased")).Count.ShouldBe(1);
        Films.Erasures.ShouldBe(2);
    }
}
