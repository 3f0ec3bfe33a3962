using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Exports;

namespace Streamix.Users.Tests.Account;

public sealed class ExportTests : SagaScene
{
    private async Task<string> StartAsync(Guid account) =>
        (await Host.User(account).PostAsync("/account/exports", null).ShouldAnswerAsync(202)).Headers.Location!.ToString();

    private async Task<JsonElement> ReadAsync(Guid account, string export) => await AccountHost.JsonAsync(await Host.User(account).GetAsync(export));

    private static string State(JsonElement export) => export.GetProperty("state").GetString()!;

    private async Task<List<string>> ObjectsAsync()
    {
        List<string> keys = [];
        await foreach (var found in Host.Objects.ListAsync(Host.Bucket, ""))
            keys.Add(found.Key);
        return keys;
    }

    [Fact]
    public async Task Export_AllAnswer_IsOneArchiveWithAManifestThatFits()
    {
        var email = AccountCalls.Somebody();
        var id = await Host.AccountAsync(email);
        var export = await StartAsync(id);
        await ExportStepsAsync();

        var ready = await ReadAsync(id, export);
        State(ready).ShouldBe("ready");
        using var http = new HttpClient();
        await using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(ready.GetProperty("download").GetString())));
        zip.Entries.Select(e => e.Name).Order().ShouldBe(["fake-bills.json", "fake-films.json", "manifest.json", "users-account.json"]);
        (await TextAsync(zip, "users-account.json")).ShouldContain(email);
        (await TextAsync(zip, "fake-films.json")).ShouldContain(id.ToString());
        foreach (var file in JsonDocument.Parse(await TextAsync(zip, "manifest.json")).RootElement.GetProperty("files").EnumerateArray())
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(await TextAsync(zip, file.GetProperty("file").GetString()!))))
                .ShouldBe(file.GetProperty("sha256").GetString());
        var mail = (await Host.MailsAsync(id)).ShouldHaveSingleItem();
        (mail.Template, mail.Content.To, mail.Content.Values["days"]).ShouldBe(("export-ready", email, "7"));
        (await ObjectsAsync()).ShouldHaveSingleItem().ShouldEndWith(".zip");
    }

    [Fact]
    public async Task Export_AfterAWeek_IsDeleted()
    {
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        Host.Time.Advance(TimeSpan.FromDays(7.1));
        await ExportStepsAsync();
        State(await ReadAsync(id, export)).ShouldBe("expired");
        (await ObjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_OneIsDown_WaitsForItAndAsksNobodyTwice()
    {
        Bills.Down = true;
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        var between = await ReadAsync(id, export);
        (State(between), States(between)["fake-bills"], States(between)["fake-films"]).ShouldBe(("running", "retrying", "collected"));

        Bills.Down = false;
        Host.Time.Advance(TimeSpan.FromMinutes(6));
        await ExportStepsAsync();
        State(await ReadAsync(id, export)).ShouldBe("ready");
        Films.Exports.ShouldBe(1);
    }

    [Fact]
    public async Task Export_OneIsDownTooLong_FailsAndLeavesNothing()
    {
        Bills.Down = true;
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        Host.Time.Advance(TimeSpan.FromHours(25));
        await ExportStepsAsync();
        State(await ReadAsync(id, export)).ShouldBe("failed");
        (await ObjectsAsync()).ShouldBeEmpty();
        await StartAsync(id);
    }

    [Fact]
    public async Task Export_RestartInTheMiddle_GoesOn()
    {
        Bills.Down = true;
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        await RestartAsync();
        Bills.Down = false;
        Host.Time.Advance(TimeSpan.FromMinutes(6));
        await ExportStepsAsync();
        State(await ReadAsync(id, export)).ShouldBe("ready");
        Films.Exports.ShouldBe(1);
    }

    [Fact]
    public async Task Export_OneAtATime_AlsoWhenAskedAtOnce()
    {
        var client = Host.User(await Host.AccountAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PostAsync("/account/exports", null)));
        answers.Count(a => a.StatusCode == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
    }

    [Fact]
    public async Task Cancel_ARunningOneOrAReadyOne_DeletesWhatThereIs()
    {
        Bills.Down = true;
        var id = await Host.AccountAsync();
        var running = await StartAsync(id);
        await ExportStepsAsync();
        await Host.User(id).DeleteAsync(running).ShouldAnswerAsync(204);
        (await ObjectsAsync()).ShouldBeEmpty();
        Bills.Down = false;
        Host.Time.Advance(TimeSpan.FromMinutes(6));
        await ExportStepsAsync();
        State(await ReadAsync(id, running)).ShouldBe("cancelled");

        var ready = await StartAsync(id);
        await ExportStepsAsync();
        await Host.User(id).DeleteAsync(ready).ShouldAnswerAsync(204);
        (State(await ReadAsync(id, ready)), (await ObjectsAsync()).Count).ShouldBe(("cancelled", 0));
        await Host.User(id).DeleteAsync(ready).ShouldAnswerAsync(404);
    }

    [Fact]
    public async Task Cancel_WhileTheStoreKeepsAll_IsMadeGoodByTheSaga()
    {
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        Host.Store.KeepsAll = true;
        await Host.User(id).DeleteAsync(export).ShouldAnswerAsync(204);
        State(await ReadAsync(id, export)).ShouldBe("cancelled");
        await Should.ThrowAsync<DependencyUnavailableException>(ExportStepsAsync);
        (await ObjectsAsync()).Count.ShouldBe(1);

        Host.Store.KeepsAll = false;
        Host.Time.Advance(TimeSpan.FromMinutes(3));
        await ExportStepsAsync();
        (await ObjectsAsync()).ShouldBeEmpty();
        (await Host.Services.GetRequiredService<ExportSaga>().StepAsync(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Failed_WhileTheStoreKeepsAll_IsMadeGoodAfterARestart()
    {
        Bills.Down = true;
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        await ExportStepsAsync();
        Host.Time.Advance(TimeSpan.FromHours(25));
        Host.Store.KeepsAll = true;
        await Should.ThrowAsync<DependencyUnavailableException>(ExportStepsAsync);
        (State(await ReadAsync(id, export)), (await ObjectsAsync()).Count).ShouldBe(("failed", 2));

        await RestartAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(3));
        await ExportStepsAsync();
        (await ObjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stranger_OrOldSession_GetsNothing()
    {
        var id = await Host.AccountAsync();
        var export = await StartAsync(id);
        var stranger = Host.User(await Host.AccountAsync());
        await stranger.GetAsync(export).ShouldAnswerAsync(404);
        await stranger.DeleteAsync(export).ShouldAnswerAsync(404);
        await Host.LongSince(id).GetAsync(export).ShouldAnswerAsync(401);
        await Host.LongSince(id).PostAsync("/account/exports", null).ShouldAnswerAsync(401);
        (await AccountHost.JsonAsync(await stranger.GetAsync("/account/exports"))).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Erase_WithAnArchive_DeletesTheArchive()
    {
        var id = await Host.AccountAsync();
        await StartAsync(id);
        await ExportStepsAsync();
        (await ObjectsAsync()).Count.ShouldBe(1);
        await Host.User(id).PostAsJsonAsync("/account/erasures", new { understood = true }).ShouldAnswerAsync(202);
        await EraseStepsAsync();
        (await ObjectsAsync()).ShouldBeEmpty();
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
