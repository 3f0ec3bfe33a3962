using System.Net;
using System.Text.Json;
using Shouldly;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Data;
using Streamix.Testing.Tokens;

namespace Streamix.Messaging.Tests.Operations;

/// <summary>Dead letters for administrators.</summary>
public sealed class DeadLetterOperationTests : IAsyncLifetime
{
    private const string Letters = "/operations/dead-letters";
    private const string Commands = "apphost";
    private readonly OperationsHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Search_IsPagedLatestFirst()
    {
        var ids = await _host.AddAsync(3);
        ids.Reverse();
        var first = await GetAsync($"{Letters}?limit=2");
        Ids(first).ShouldBe(ids[..2]);
        first.GetRawText().ShouldNotContain("body");
        var second = await GetAsync($"{Letters}?limit=2&after={first.GetProperty("next").GetString()}");
        Ids(second).ShouldBe(ids[2..]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Search_FiltersByTypeHandlerReasonAndTime()
    {
        var (broken, timeout) = (await _host.AddAsync(1), await _host.AddAsync(OperationsHost.Letter(PersonMet.Name, 1, "{}", "TimeoutException: 100% of ada@example.org's time")));
        Ids(await GetAsync($"{Letters}?type={StepTaken.Name}")).ShouldBe(broken);
        Ids(await GetAsync($"{Letters}?handler=GreetPerson")).ShouldBe(timeout);
        Ids(await GetAsync($"{Letters}?reason=TIMEOUT")).ShouldBe(timeout);
        Ids(await GetAsync($"{Letters}?reason=100%25")).ShouldBe(timeout);
        Ids(await GetAsync($"{Letters}?reason=_")).ShouldBeEmpty();
        Ids(await GetAsync($"{Letters}?to=2026-06-01T00:00:00Z&from=2026-01-01T00:00:00Z")).ShouldBe(broken);
        (await GetAsync($"{Letters}?reason=time")).GetRawText().ShouldNotContain("ada@example.org");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("after=nonsense")]
    [InlineData("from=yesterday")]
    public async Task Search_WithoutMeaning_Is400(string query)
    {
        using var answer = await _host.User("admin").GetAsync($"{Letters}?{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Show_HidesWhatIsPersonal()
    {
        var id = (await _host.AddAsync(OperationsHost.Letter(PersonMet.Name, 1, """{"nickname":"Ada","city":"London"}"""))).Single();
        (await GetAsync($"{Letters}/{id}")).GetProperty("body").GetRawText().ShouldBe("""{"nickname":"[redacted]","city":"London"}""");
        var unknown = (await _host.AddAsync(OperationsHost.Letter(PersonMet.Name, 9, """{"nickname":"Ada"}"""))).Single();
        (await GetAsync($"{Letters}/{unknown}")).GetProperty("body").GetString().ShouldBe("[redacted]");
    }

    [Fact]
    public async Task Replay_ThatSucceeds_AppliesOnceAndIsRecorded()
    {
        var id = (await _host.AddAsync(1)).Single();
        (await PostAsync($"{Letters}/{id}/replay")).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync($"{Letters}/{id}/replay")).ShouldBe(HttpStatusCode.NotFound);
        (await KitDatabase.AppliedAsync(_host.Database)).ShouldBe(1);
        (await RecordsAsync()).ShouldBe([("dead-letter.replayed", $"dead-letter:{id:n}")]);
    }

    [Fact]
    public async Task Replay_ThatFails_KeepsTheLetterAndRecordsNothing()
    {
        var id = (await _host.AddAsync(1)).Single();
        _host.Behaviour.BeforeAsync = (_, _, _) => throw new InvalidOperationException("ada@example.org is unknown");
        using var answer = await _host.User("admin").PostAsync($"{Letters}/{id}/replay", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain("is unknown"), t => t.ShouldNotContain("ada@"));
        var letter = (await GetAsync($"{Letters}/{id}")).GetProperty("letter");
        (letter.GetProperty("attempts").GetInt32(), letter.GetProperty("reason").GetString()).ShouldBe((9, "InvalidOperationException: [redacted] is unknown"));
        (await KitDatabase.AppliedAsync(_host.Database)).ShouldBe(0);
        (await RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Discard_RemovesOnceAndIsRecorded()
    {
        var id = (await _host.AddAsync(1)).Single();
        (await PostAsync($"{Letters}/{id}/discard")).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync($"{Letters}/{id}/discard")).ShouldBe(HttpStatusCode.NotFound);
        (await KitDatabase.AppliedAsync(_host.Database)).ShouldBe(0);
        (await RecordsAsync()).ShouldBe([("dead-letter.discarded", $"dead-letter:{id:n}")]);
    }

    [Fact]
    public async Task ReplayMany_OfAFilter_GoesOnOldestFirstWithinItsLimit()
    {
        var ids = await _host.AddAsync(3);
        await _host.AddAsync(OperationsHost.Letter(PersonMet.Name, 9, "{}"));
        _host.Behaviour.BeforeAsync = (step, _, _) => step.Number == 2 ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var first = await OperationsHost.JsonAsync(_host.User("admin").PostAsync($"{Letters}/replay?type={StepTaken.Name}&limit=2", null));
        (first.GetProperty("replayed").GetInt32(), first.GetProperty("failed").GetInt32(), first.GetProperty("next").GetGuid()).ShouldBe((1, 1, ids[1]));
        var second = await OperationsHost.JsonAsync(_host.User("admin").PostAsync($"{Letters}/replay?type={StepTaken.Name}&limit=2&after={ids[1]}", null));
        (second.GetProperty("replayed").GetInt32(), second.GetProperty("next").ValueKind).ShouldBe((1, JsonValueKind.Null));
        Ids(await GetAsync(Letters)).Count.ShouldBe(2);
        (await RecordsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("GET", Letters)]
    [InlineData("GET", Letters + "/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("POST", Letters + "/0197c0de-0000-7000-8000-00000000000a/replay")]
    [InlineData("POST", Letters + "/0197c0de-0000-7000-8000-00000000000a/discard")]
    [InlineData("POST", Letters + "/replay")]
    public async Task Others_AreRefused(string method, string path)
    {
        foreach (var (client, status) in ((HttpClient, int)[])[
            (_host.Nobody(), 401), (_host.User(), 403), (_host.User("support"), 403), (_host.User("editor"), 403),
            (_host.Service("users-account"), 403), (_host.Service(Commands).As(_host.TokenOf("support")), 403), (_host.Nobody().As(_host.TokenOfService(Commands)), 401),
        ])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(status);
        }
    }

    [Fact]
    public async Task Commands_OfTheDashboard_ListAndReplayOnTheirOwn()
    {
        var ids = await _host.AddAsync(2);
        ids.Reverse();
        Ids(await OperationsHost.JsonAsync(_host.Service(Commands).GetAsync($"{Letters}?limit=20"))).ShouldBe(ids);
        var summary = await OperationsHost.JsonAsync(_host.Service(Commands).PostAsync($"{Letters}/replay?limit=10", null));
        (summary.GetProperty("replayed").GetInt32(), summary.GetProperty("failed").GetInt32(), summary.GetProperty("next").ValueKind).ShouldBe((2, 0, JsonValueKind.Null));
        var records = (await GetAsync("/operations/audit")).GetProperty("items").EnumerateArray();
        records.Select(r => r.GetProperty("actor").GetString()).ShouldBe(["service:apphost", "service:apphost"]);
    }

    private static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("id").GetGuid())];

    private Task<JsonElement> GetAsync(string path) => OperationsHost.JsonAsync(_host.User("admin").GetAsync(path));

    private async Task<HttpStatusCode> PostAsync(string path)
    {
        using var answer = await _host.User("admin").PostAsync(path, null);
        return answer.StatusCode;
    }

    private async Task<List<(string?, string?)>> RecordsAsync() =>
        [.. (await GetAsync("/operations/audit")).GetProperty("items").EnumerateArray().Select(r => (r.GetProperty("action").GetString(), r.GetProperty("target").GetString()))];
}
