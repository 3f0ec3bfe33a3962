using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Npgsql;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests;

[Collection(nameof(Graph))]
public sealed class PlatformTests(Graph graph)
{
    [Fact]
    public async Task Gateway_Health_IsHealthyOnTheWholeGraph()
    {
        using var client = graph.Application.CreateHttpClient("infra-gateway");

        using var answer = await client.GetAsync("/health");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Note_WrittenThroughTheGateway_IsReadBackAndCountedOnce()
    {
        using var client = graph.CreateClient(Guid.CreateVersion7());

        var note = await Notes.WriteAsync(client, "First");

        (await Notes.ReadAsync(client, note)).ShouldBe("First");
        await Until.TrueAsync(async () => await Notes.CountAsync(client) == 1, "the handler counted the note");
    }

    [Fact]
    public async Task Note_OfAStranger_IsNotFound()
    {
        using var owner = graph.CreateClient(Guid.CreateVersion7());
        using var stranger = graph.CreateClient(Guid.CreateVersion7());
        var note = await Notes.WriteAsync(owner, "Mine");

        using var answer = await stranger.GetAsync($"/api/v1/notes/{note}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Gateway_NoSession_IsUnauthorized()
    {
        using var client = graph.Application.CreateHttpClient("infra-gateway");

        using var answer = await client.GetAsync("/api/v1/notes");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/api/v1/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/api/v1/notes/../internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    [InlineData("/api/v1/notes/%2e%2e/internal/personal-data/0197c0de-0000-7000-8000-00000000000a")]
    public async Task Gateway_InternalRoute_IsNotFound(string path)
    {
        using var client = graph.CreateClient(Guid.CreateVersion7(), "admin");

        using var answer = await client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OpenApi_OfTheGateway_HasTheSamplesRoutes()
    {
        using var client = graph.CreateClient(Guid.CreateVersion7());

        await Until.TrueAsync(async () =>
        {
            var document = await client.GetFromJsonAsync<JsonElement>("/api/openapi.json");
            return document.GetProperty("paths").EnumerateObject().Any(path => path.Name.StartsWith("/api/v1/notes", StringComparison.Ordinal));
        }, "the merged document has the sample's routes");
    }

    [Fact]
    public async Task DeadLetters_OfAHealthyService_AreNone()
    {
        var result = await graph.ExecuteAsync("sample-notes", "dead-letters");

        result.Success.ShouldBeTrue(result.Message);
    }

    [Fact]
    public async Task DeadLetters_MoreThanOneRequestTakes_AreAllTriedAgain()
    {
        await using var database = new NpgsqlConnection(await graph.Application.GetConnectionStringAsync("sample-notes-db"));
        await database.OpenAsync();
        await ExecuteAsync(database, """
            INSERT INTO dead_letters (id, event_id, handler, type, version, subject, body, occurred_at, correlation_id, reason, attempts, failed_at)
            SELECT gen_random_uuid(), gen_random_uuid(), 'Nobody', 'sample.nothing.happened', 1, 's', '{}'::bytea, now(), 'c', 'r', 1, now() FROM generate_series(1, 23)
            """);

        var result = await graph.ExecuteAsync("sample-notes", "replay-dead-letters");

        result.Message.ShouldBe("0 applied, 23 failed again and are left.");
        await ExecuteAsync(database, "DELETE FROM dead_letters WHERE type = 'sample.nothing.happened'");
    }

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
#pragma warning disable CA2100 // The test's own words.
        await using var command = new NpgsqlCommand(sql, database);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
