using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Notes;

public sealed class NotesTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Fact]
    public async Task Write_ThenRead_GivesTheNote()
    {
        var client = notes.User();
        var written = await NotesHost.WriteAsync(client, "First", text: "Text");
        written.StatusCode.ShouldBe(HttpStatusCode.Created);
        var read = await NotesHost.JsonAsync(await client.GetAsync(written.Headers.Location));
        read.GetProperty("title").GetString().ShouldBe("First");
        read.GetProperty("text").GetString().ShouldBe("Text");
    }

    [Fact]
    public async Task Write_StagesTheEventWithTheNote()
    {
        var account = Guid.CreateVersion7();
        await NotesHost.JsonAsync(await NotesHost.WriteAsync(notes.User(account), "Event"));
        var staged = await notes.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE subject = {account.ToString("n")}").SingleAsync());
        staged.ShouldBe(1);
    }

    [Fact]
    public async Task Read_SomebodyElses_Is404()
    {
        var written = await NotesHost.WriteAsync(notes.User(), "Mine");
        var stranger = notes.User();
        await (await stranger.GetAsync(written.Headers.Location)).ShouldBeProblemAsync(404);
        await (await stranger.DeleteAsync(written.Headers.Location)).ShouldBeProblemAsync(404);
        await (await PutAsync(stranger, written.Headers.Location!, "*", "Theirs")).ShouldBeProblemAsync(404);
    }

    [Fact]
    public async Task Anonymous_IsSentAway()
    {
        var client = notes.CreateClient();
        await (await client.GetAsync("/notes")).ShouldBeProblemAsync(401);
        await (await NotesHost.WriteAsync(client, "Nobody's")).ShouldBeProblemAsync(401);
    }

    [Fact]
    public async Task Rewrite_WithTheReadVersion_ChangesItAndTheVersion()
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Before")).Headers.Location!;
        var read = await client.GetAsync(location);
        var changed = await PutAsync(client, location, read.Headers.ETag!.Tag, "After");
        (await NotesHost.JsonAsync(changed)).GetProperty("title").GetString().ShouldBe("After");
        changed.Headers.ETag!.Tag.ShouldNotBe(read.Headers.ETag.Tag);
        (await client.GetAsync(location)).Headers.ETag.ShouldBe(changed.Headers.ETag);
    }

    [Fact]
    public async Task Rewrite_Stale_Is412AndNothingChanges()
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Before")).Headers.Location!;
        var tag = (await client.GetAsync(location)).Headers.ETag!.Tag;
        (await PutAsync(client, location, tag, "Winner")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await PutAsync(client, location, tag, "Loser")).ShouldBeProblemAsync(412);
        (await NotesHost.JsonAsync(await client.GetAsync(location))).GetProperty("title").GetString().ShouldBe("Winner");
    }

    [Fact]
    public async Task Rewrite_ManyAtOnceFromOneVersion_OneWins()
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Before")).Headers.Location!;
        var tag = (await client.GetAsync(location)).Headers.ETag!.Tag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PutAsync(client, location, tag, $"Writer {i}")));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
    }

    [Theory]
    [InlineData(null, 428)]
    [InlineData("nonsense", 400)]
    [InlineData("\"ffffffff\"", 412)]
    [InlineData("\"of-somebody-else\"", 412)]
    [InlineData("W/\"00000001\"", 412)]
    [InlineData("*", 200)]
    public async Task Rewrite_EachIfMatch_HasItsStatus(string? ifMatch, int status)
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Note")).Headers.Location!;
        ((int)(await PutAsync(client, location, ifMatch, "Changed")).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Read_WithTheVersionOneHas_Is304()
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Cached")).Headers.Location!;
        var read = await client.GetAsync(location);
        using var again = new HttpRequestMessage(HttpMethod.Get, location);
        again.Headers.IfNoneMatch.Add(read.Headers.ETag!);
        var answer = await client.SendAsync(again);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_Twice_Is204Then404()
    {
        var client = notes.User();
        var location = (await NotesHost.WriteAsync(client, "Gone")).Headers.Location;
        (await client.DeleteAsync(location)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await client.DeleteAsync(location)).ShouldBeProblemAsync(404);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task List_PageByPage_GivesAllNewestFirst(int limit)
    {
        var client = notes.User();
        for (var i = 0; i < 7; i++)
            await NotesHost.WriteAsync(client, $"Note {i}");
        (await WalkAsync(client, $"/notes?limit={limit}")).ShouldBe(Enumerable.Range(0, 7).Reverse().Select(i => $"Note {i}"));
    }

    [Fact]
    public async Task List_WithFilter_GivesOnlyWhatMatches()
    {
        var client = notes.User();
        foreach (var title in (string[])["100% true", "100 percent", "Truly"])
            await NotesHost.WriteAsync(client, title);
        (await WalkAsync(client, "/notes?title=tru")).ShouldBe(["Truly", "100% true"]);
        (await WalkAsync(client, "/notes?title=%25")).ShouldBe(["100% true"]);
    }

    [Fact]
    public async Task List_ForeignCursor_Is400() =>
        (await (await notes.User().GetAsync("/notes?after=AAAAAAAAAAAAAAAAAAAAAAAA")).ShouldBeProblemAsync(400)).Errors("after").Length.ShouldBe(1);

    [Fact]
    public async Task Write_UnacceptableValues_Is422AndNothingIsStored()
    {
        var client = notes.User();
        foreach (var title in (string[])["", "  ", "two\nlines", new string('x', 201)])
            (await (await NotesHost.WriteAsync(client, title)).ShouldBeProblemAsync(422)).Errors("title").ShouldNotBeEmpty();
        (await (await NotesHost.WriteAsync(client, "Long", text: new string('x', 20_001))).ShouldBeProblemAsync(422)).Errors("text").Length.ShouldBe(1);
        (await WalkAsync(client, "/notes")).ShouldBeEmpty();
    }

    [Fact]
    public async Task PersonalData_ForTheAccountsServiceOnly_ExportsAndErases()
    {
        var account = Guid.CreateVersion7();
        await NotesHost.WriteAsync(notes.User(account), "Private");
        await (await notes.User(account).GetAsync($"/internal/personal-data/{account}")).ShouldBeProblemAsync(403);
        var other = notes.CreateClient().AsService(notes.Tokens.Service("comms-email"));
        await (await other.GetAsync($"/internal/personal-data/{account}")).ShouldBeProblemAsync(403);
        await (await other.DeleteAsync($"/internal/personal-data/{account}")).ShouldBeProblemAsync(403);

        var saga = notes.CreateClient();
        saga.DefaultRequestHeaders.Add("Streamix-Service-Token", notes.Tokens.Service("users-account"));
        var export = await NotesHost.JsonAsync(await saga.GetAsync($"/internal/personal-data/{account}"));
        export.GetProperty("notes")[0].GetProperty("title").GetString().ShouldBe("Private");
        (await NotesHost.JsonAsync(await saga.DeleteAsync($"/internal/personal-data/{account}"))).GetProperty("notes").GetInt32().ShouldBe(1);
        (await NotesHost.JsonAsync(await saga.GetAsync($"/internal/personal-data/{account}"))).GetProperty("notes").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, Uri location, string? ifMatch, string title)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, location) { Content = JsonContent.Create(new { title, text = "" }) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    private static async Task<List<string>> WalkAsync(HttpClient client, string address)
    {
        List<string> titles = [];
        string? after = null;
        do
        {
            var page = await NotesHost.JsonAsync(await client.GetAsync(after is null ? address : $"{address}{(address.Contains('?') ? '&' : '?')}after={after}"));
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(n => n.GetProperty("title").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return titles;
    }
}
