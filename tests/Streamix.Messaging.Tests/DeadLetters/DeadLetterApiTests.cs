using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.DeadLetters;

public sealed class DeadLetterApiTests : IAsyncLifetime
{
    private readonly HandlerBehaviour _behaviour = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private string _database = "";

    public async Task InitializeAsync()
    {
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(_database);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new KitSettings("", _database, _database).For(Role.Consume).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton(_behaviour);
        builder.AddServiceDatabase<KitDb>(KitDatabase.Connection);
        builder.AddMessaging<KitDb>(m => m.Handles<Kit.StepTaken, RecordStep>());
        _app = builder.Build();
        _app.MapDeadLetters().ShouldNotBeNull();
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task List_Is_paged_oldest_first_without_bodies()
    {
        var ids = await AddAsync(3);
        var first = await _client.GetFromJsonAsync<JsonElement>("/internal/dead-letters?limit=2");
        Ids(first).ShouldBe(ids[..2]);
        first.GetRawText().ShouldNotContain("body");
        var second = await _client.GetFromJsonAsync<JsonElement>($"/internal/dead-letters?limit=2&after={first.GetProperty("next").GetGuid()}");
        Ids(second).ShouldBe(ids[2..]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        Ids(await _client.GetFromJsonAsync<JsonElement>("/internal/dead-letters?type=another")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Detail_Shows_the_body()
    {
        var id = (await AddAsync(1)).Single();
        (await _client.GetFromJsonAsync<JsonElement>($"/internal/dead-letters/{id}")).GetProperty("body").GetString().ShouldBe("""{"number":1}""");
    }

    [Fact]
    public async Task Replay_that_succeeds_Applies_and_removes()
    {
        var id = (await AddAsync(1)).Single();
        (await PostAsync($"/internal/dead-letters/{id}/replay")).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync($"/internal/dead-letters/{id}/replay")).ShouldBe(HttpStatusCode.NotFound);
        (await KitDatabase.AppliedAsync(_database)).ShouldBe(1);
    }

    [Fact]
    public async Task Replay_that_fails_Keeps_the_letter_with_the_new_reason()
    {
        var id = (await AddAsync(1)).Single();
        _behaviour.BeforeAsync = (_, _, _) => throw new TimeoutException("still broken");
        (await PostAsync($"/internal/dead-letters/{id}/replay")).ShouldBe(HttpStatusCode.Conflict);
        var letter = (await _client.GetFromJsonAsync<JsonElement>($"/internal/dead-letters/{id}")).GetProperty("letter");
        letter.GetProperty("attempts").GetInt32().ShouldBe(9);
        letter.GetProperty("reason").GetString().ShouldBe("TimeoutException: still broken");
        (await KitDatabase.AppliedAsync(_database)).ShouldBe(0);
    }

    [Fact]
    public async Task Replay_of_all_Counts_what_worked()
    {
        await AddAsync(3);
        _behaviour.BeforeAsync = (step, _, _) => step.Number == 2 ? throw new InvalidOperationException("no") : Task.CompletedTask;
        using var answer = await _client.PostAsync("/internal/dead-letters/replay", null);
        var summary = await answer.Content.ReadFromJsonAsync<JsonElement>();
        (summary.GetProperty("replayed").GetInt32(), summary.GetProperty("failed").GetInt32()).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Replay_of_all_Goes_on_after_those_that_failed_before()
    {
        var ids = await AddAsync(3);
        _behaviour.BeforeAsync = (_, _, _) => throw new InvalidOperationException("no");
        using var first = await _client.PostAsync("/internal/dead-letters/replay?limit=2", null);
        var next = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("next").GetGuid();
        next.ShouldBe(ids[1]);
        using var second = await _client.PostAsync($"/internal/dead-letters/replay?limit=2&after={next}", null);
        var summary = await second.Content.ReadFromJsonAsync<JsonElement>();
        (summary.GetProperty("failed").GetInt32(), summary.GetProperty("next").ValueKind).ShouldBe((1, JsonValueKind.Null));
    }

    [Fact]
    public async Task Discard_Removes_once()
    {
        var id = (await AddAsync(1)).Single();
        (await _client.DeleteAsync($"/internal/dead-letters/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _client.DeleteAsync($"/internal/dead-letters/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await KitDatabase.AppliedAsync(_database)).ShouldBe(0);
    }

    private static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("id").GetGuid())];

    private async Task<HttpStatusCode> PostAsync(string path)
    {
        using var answer = await _client.PostAsync(path, null);
        return answer.StatusCode;
    }

    private async Task<List<Guid>> AddAsync(int count)
    {
        await using var db = KitDatabase.Open(_database);
        var letters = Enumerable.Range(1, count).Select(TestLetter.Create).ToList();
        db.AddRange(letters);
        await db.SaveChangesAsync();
        return [.. letters.Select(l => l.Id)];
    }
}
