using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.OpenApi;

/// <summary>What operators may ask, in the document that the admin tool's client is made from.</summary>
public sealed class OperationsDocumentTests : IAsyncLifetime
{
    private const string Document = """
        { "openapi": "3.1.1", "info": { "title": "x", "version": "1" },
          "paths": {
            "/NAME": { "get": { "operationId": "list", "responses": { "200": {} } } },
            "/operations/dead-letters": { "get": { "operationId": "SearchDeadLetters", "security": [ { "bearer": [] } ],
              "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Page" } } } } } } },
            "/operations/dead-letters/{id}/replay": { "post": { "operationId": "ReplayLetter", "parameters": [ { "name": "id", "in": "path" } ], "responses": { "204": {} } } },
            "/operations/audit": { "get": { "operationId": "ReadAudit", "responses": { "200": {} } } } },
          "components": { "schemas": {
            "Page": { "type": "object", "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Letter" } } } },
            "Letter": { "type": "object" }, "Other": { "type": "object" } } } }
        """;

    private readonly List<TestBackend> _backends = [];
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        foreach (var name in (string[])["notes", "words", "plain"])
            _backends.Add(await TestBackend.StartAsync(c => c.Response.WriteAsync(Document.Replace("NAME", name, StringComparison.Ordinal))));
        _gateway = await GatewayHost.StartAsync(g => g
            .Serves("test-notes", _backends[0].Address).Serves("test-words", _backends[1].Address).Serves("test-plain", _backends[2].Address)
            .Routing("""
                { "cluster": "test", "services": {
                  "notes": { "operations": [ "dead-letters", "audit" ] }, "words": { "operations": [ "dead-letters" ] },
                  "plain": { "paths": [ "/api/v1" ], "routes": [ { "path": "/plain/{**rest}" } ] } } }
                """));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var backend in _backends)
            await backend.DisposeAsync();
    }

    [Fact]
    public async Task Operations_OfManyServices_AreToldOnceWithTheServiceAsParameter()
    {
        var document = await DocumentAsync();
        Paths(document).Where(p => p.Contains("dead-letters", StringComparison.Ordinal) || p.Contains("audit", StringComparison.Ordinal)).ShouldBe(
            ["/api/v1/operations/{service}/dead-letters", "/api/v1/operations/{service}/dead-letters/{id}/replay", "/api/v1/operations/{service}/audit"], ignoreOrder: true);
        ServicesOf(document, "/api/v1/operations/{service}/dead-letters", "get").ShouldBe(["test-notes", "test-words"]);
        ServicesOf(document, "/api/v1/operations/{service}/audit", "get").ShouldBe(["test-notes"]);
    }

    [Fact]
    public async Task Operations_BringTheSchemasTheyNeed()
    {
        var document = await DocumentAsync();
        document.GetProperty("paths").GetProperty("/api/v1/operations/{service}/dead-letters").GetRawText().ShouldContain("#/components/schemas/Operations.Page");
        document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).Where(n => n.StartsWith("Operations.", StringComparison.Ordinal))
            .ShouldBe(["Operations.Page", "Operations.Letter"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/api/v1/gateway/explain", "role admin")]
    [InlineData("/api/v1/gateway/routes", "role admin")]
    [InlineData("/api/v1/operations/topology", "role admin")]
    [InlineData("/api/v1/operations/services", "role admin or support")]
    public async Task OwnOperation_IsDescribedAsOneForARole(string path, string needs)
    {
        var operation = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty("get");
        operation.TryGetProperty("security", out _).ShouldBeFalse("the document's own rule holds: a bearer");
        operation.GetProperty("description").GetString()!.ShouldContain($"Needs {needs}.");
        operation.GetProperty("operationId").GetString()!.ShouldStartWith("InfraGateway.");
        operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _).ShouldBeTrue();
        operation.GetProperty("responses").TryGetProperty("403", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task EveryReference_LeadsSomewhere()
    {
        var document = await DocumentAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => $"#/components/schemas/{s.Name}").ToHashSet(StringComparer.Ordinal);
        References(document).Where(r => !schemas.Contains(r)).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => p.NameEquals("$ref") ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static IEnumerable<string?> ServicesOf(JsonElement document, string path, string method)
    {
        var parameter = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("parameters")[0];
        (parameter.GetProperty("name").GetString(), parameter.GetProperty("in").GetString()).ShouldBe(("service", "path"));
        return parameter.GetProperty("schema").GetProperty("enum").EnumerateArray().Select(s => s.GetString());
    }

    private static IEnumerable<string> Paths(JsonElement document) => document.GetProperty("paths").EnumerateObject().Select(p => p.Name);

    private async Task<JsonElement> DocumentAsync()
    {
        var answer = await _gateway.Client.GetAsync("/api/openapi.json");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.JsonAsync();
    }
}
