using System.Text;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.ServiceDefaults.Tests.Notes;

namespace Streamix.ServiceDefaults.Tests.Idempotency;

public sealed class IdempotencyTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Fact]
    public async Task Repeat_GivesTheFirstAnswer()
    {
        var (client, key) = (notes.User(), NewKey());
        var first = await NotesHost.WriteAsync(client, "Once", key);
        var second = await NotesHost.WriteAsync(client, "Once", key);

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task SameKey_OtherBody_Is422()
    {
        var (client, key) = (notes.User(), NewKey());
        await NotesHost.WriteAsync(client, "One", key);
        (await (await NotesHost.WriteAsync(client, "Other", key)).ShouldBeProblemAsync(422)).Errors("Idempotency-Key").Length.ShouldBe(1);
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task SameKey_OtherCaller_IsAnotherCall()
    {
        var key = NewKey();
        var first = await NotesHost.WriteAsync(notes.User(), "Mine", key);
        var second = await NotesHost.WriteAsync(notes.User(), "Mine", key);
        second.Headers.Location.ShouldNotBe(first.Headers.Location);
    }

    [Fact]
    public async Task NoKey_EachCallCreates()
    {
        var client = notes.User();
        await NotesHost.WriteAsync(client, "Twice");
        await NotesHost.WriteAsync(client, "Twice");
        (await CountAsync(client)).ShouldBe(2);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ünïcode")]
    public async Task Key_NotVisibleAscii_Is400(string key) => await (await NotesHost.WriteAsync(notes.User(), "Note", key)).ShouldBeProblemAsync(400);

    [Fact]
    public async Task Key_TooLong_Is400() => await (await NotesHost.WriteAsync(notes.User(), "Note", new string('k', 256))).ShouldBeProblemAsync(400);

    [Fact]
    public async Task Refusal_IsNotKept_SoTheCorrectedCallGoesThrough()
    {
        var (client, key) = (notes.User(), NewKey());
        await (await NotesHost.WriteAsync(client, "", key)).ShouldBeProblemAsync(422);
        (await NotesHost.WriteAsync(client, "Corrected", key)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task ManyAtOnce_OneRunsOthersReplayOrConflict()
    {
        var (client, key) = (notes.User(), NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => NotesHost.WriteAsync(client, "Race", key)));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.Conflict);
        answers.Count(a => a.StatusCode == HttpStatusCode.Created && !a.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        (await CountAsync(client)).ShouldBe(1);
    }

    /// <summary>The law: whatever is sent how often and in whatever order, as many notes exist as there were keys.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyMixOfRepeats_MakesOneNotePerKey(int seed)
    {
        var (client, random) = (notes.User(), new Random(seed));
        var keys = Enumerable.Range(0, 6).Select(_ => NewKey()).ToArray();
        var calls = Enumerable.Range(0, 40).Select(_ => random.Next(keys.Length)).ToArray();
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 5 }, async (k, _) =>
        {
            HttpResponseMessage answer;
            do
                answer = await NotesHost.WriteAsync(client, $"Note {k}", keys[k]);
            while (answer.StatusCode == HttpStatusCode.Conflict);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        });
        (await CountAsync(client)).ShouldBe(calls.Distinct().Count());
    }

    [Fact]
    public async Task Answer_Expired_KeyIsNewAgain()
    {
        var time = new ManualTime();
        await using var host = new NotesHost { Time = time };
        await host.InitializeAsync();
        var (account, key) = (Guid.CreateVersion7(), NewKey());
        var first = await WriteAsync();
        time.Advance(TimeSpan.FromHours(23));
        (await WriteAsync()).Headers.Location.ShouldBe(first.Headers.Location);
        time.Advance(TimeSpan.FromHours(2));
        (await WriteAsync()).Headers.Location.ShouldNotBe(first.Headers.Location);

        Task<HttpResponseMessage> WriteAsync() => NotesHost.WriteAsync(host.User(account), "Note", key);
    }

    [Fact]
    public async Task Store_KeepsNeitherKeyNorCallerInClear()
    {
        var (account, key) = (Guid.CreateVersion7(), NewKey());
        await NotesHost.WriteAsync(notes.User(account), "Note", key);
        var row = await notes.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT idempotency_keys::text AS \"Value\" FROM idempotency_keys ORDER BY expires_at DESC LIMIT 1").SingleAsync());
        row.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(key)), Case.Insensitive);
        row.ShouldNotContain(account.ToString("n"));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static async Task<int> CountAsync(HttpClient client) =>
        (await NotesHost.JsonAsync(await client.GetAsync("/notes?limit=100"))).GetProperty("items").GetArrayLength();
}
