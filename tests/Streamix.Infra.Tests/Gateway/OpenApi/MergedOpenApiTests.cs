using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.OpenApi;

public sealed class MergedOpenApiTests
{
    private const string Document = """
        { "openapi": "3.1.1", "info": { "title": "x", "version": "1" },
          "paths": {
            "/NAME": { "get": { "operationId": "list", "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } } } },
            "/NAME/{id}": { "parameters": [ { "name": "id", "in": "path" } ], "delete": { "responses": { "204": {} } } },
            "/internal/NAME": { "get": { "responses": {} } },
            "/elsewhere": { "get": { "responses": {} } } },
          "components": { "schemas": {
            "OfInternalRoutesAlone": { "type": "object" },
            "Item": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Item" } },
              "discriminator": { "propertyName": "k", "mapping": { "a": "#/components/schemas/Item" } } } } } }
        """;

    [Fact]
    public async Task Document_OfTwoServices_IsOne()
    {
        await using var notes = await ServeAsync("notes");
        await using var words = await ServeAsync("words");
        await using var gateway = await StartAsync(notes.Address, words.Address);
        var merged = await GetAsync(gateway);
        Names(merged.GetProperty("paths")).Where(path => !Own(path)).ShouldBe(["/api/v1/notes", "/api/v1/notes/{id}", "/api/v1/words", "/api/v1/words/{id}"], ignoreOrder: true);
        Names(merged.GetProperty("components").GetProperty("schemas")).Where(name => !name.StartsWith("InfraGateway.", StringComparison.Ordinal)).ShouldBe(["TestNotes.Item", "TestWords.Item"], ignoreOrder: true);
        var operation = merged.GetProperty("paths").GetProperty("/api/v1/words").GetProperty("get");
        operation.GetProperty("operationId").GetString().ShouldBe("TestWords.list");
        operation.GetRawText().ShouldContain("#/components/schemas/TestWords.Item");
        merged.GetRawText().ShouldNotContain("\"#/components/schemas/Item\"");
    }

    [Fact]
    public async Task Document_OneServiceDown_IsPartialAndSaysSo()
    {
        await using var notes = await ServeAsync("notes");
        await using var gateway = await StartAsync(notes.Address, "http://127.0.0.1:1");
        var merged = await GetAsync(gateway);
        Names(merged.GetProperty("paths")).ShouldContain("/api/v1/notes");
        merged.GetProperty("x-streamix-missing").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("test-words");
    }

    [Fact]
    public async Task Document_ServiceSlowerThanThePatience_IsMissingAtFirstAndThereOnceItAnswered()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var notes = await ServeAsync("notes");
        await using var words = await TestBackend.StartAsync(async c =>
        {
            await gate.Task;
            await c.Response.WriteAsync(Document.Replace("NAME", "words"));
        });
        await using var gateway = await StartAsync(notes.Address, words.Address, patience: "00:00:00.2");

        var first = await gateway.Client.GetAsync("/api/openapi.json");
        (await first.JsonAsync()).GetProperty("x-streamix-missing").EnumerateArray().Select(service => service.GetString()).ShouldContain("test-words");
        first.Header("Cache-Control").ShouldBe("no-store");

        gate.SetResult();
        await Until.TrueAsync(async () => Names((await GetAsync(gateway)).GetProperty("paths")).Contains("/api/v1/words"), "the slow one is there");
        words.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Document_ServiceDiesLater_IsServedFromMemory()
    {
        await using var notes = await ServeAsync("notes");
        var words = await ServeAsync("words");
        await using var gateway = await StartAsync(notes.Address, words.Address, fresh: "00:00:00");
        await GetAsync(gateway);
        await words.DisposeAsync();
        Names((await GetAsync(gateway)).GetProperty("paths")).ShouldContain("/api/v1/words");
    }

    [Fact]
    public async Task Document_AskedAgain_IsNotFetchedAgain()
    {
        await using var notes = await ServeAsync("notes");
        await using var gateway = await StartAsync(notes.Address, notes.Address);
        await GetAsync(gateway);
        var asked = notes.Requests.Count;
        var again = await gateway.Client.GetAsync("/api/openapi.json");
        notes.Requests.Count.ShouldBe(asked);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/openapi.json");
        request.Headers.IfNoneMatch.Add(again.Headers.ETag!);
        (await gateway.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Page_IsServedUnderAPolicyItCanLiveWith()
    {
        await using var gateway = await GatewayHost.StartAsync(_ => { });
        var page = await gateway.Client.GetAsync("/api/docs/index.html");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = page.Header("Content-Security-Policy");
        policy.ShouldContain("script-src 'self'");
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("<script>");
        (await gateway.Client.GetAsync("/api/docs/swagger-ui-bundle.js")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonElement> GetAsync(GatewayHost gateway)
    {
        var answer = await gateway.Client.GetAsync("/api/openapi.json");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.JsonAsync();
    }

    private static bool Own(string path) => path.StartsWith("/api/v1/gateway/", StringComparison.Ordinal) || path.StartsWith("/api/v1/operations/", StringComparison.Ordinal);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static Task<TestBackend> ServeAsync(string name) => TestBackend.StartAsync(c => c.Response.WriteAsync(Document.Replace("NAME", name)));

    private static Task<GatewayHost> StartAsync(string notes, string words, string fresh = "00:01:00", string patience = "00:01:00") => GatewayHost.StartAsync(g => g
        .Serves("test-notes", notes).Serves("test-words", words).With("Gateway:OpenApi:Fresh", fresh).With("Gateway:OpenApi:Patience", patience)
        .Routing("""{ "cluster": "test", "services": { "notes": {}, "words": {} } }"""));
}
