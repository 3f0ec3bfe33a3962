using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Testing;
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
    [InlineData("/internal/dead-letters")]
    [InlineData("/api/v1/internal/dead-letters")]
    [InlineData("/api/v1/notes/../internal/dead-letters")]
    [InlineData("/api/v1/notes/%2e%2e/internal/dead-letters")]
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
}
