using System.Text.Json;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class OpenApiTests : IAsyncLifetime
{
    private SessionHost _host = null!;
    private JsonElement _document;

    public async Task InitializeAsync()
    {
        _host = await SessionHost.StartAsync();
        _document = await (await _host.Client().GetAsync("/openapi/v1.json")).ShouldBeAsync(200);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/session/device/authorizations", new[] { "client_id", "device" })]
    [InlineData("/session/device/tokens", new[] { "grant_type", "device_code", "client_id" })]
    public void DeviceGrant_TellsItsForm(string path, string[] fields)
    {
        var content = _document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Properties(content.GetProperty("application/x-www-form-urlencoded").GetProperty("schema")).Select(p => p.Name).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public void Requests_HaveAnExampleForEachProperty()
    {
        var properties = _document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("requestBody", out _))
            .SelectMany(operation => operation.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject(), (operation, type) => (operation, type))
            .SelectMany(o => Properties(o.type.Value.GetProperty("schema")), (o, property) => (o.operation.Value, property))
            .ToList();
        properties.Count.ShouldBeGreaterThan(8);
        properties.Where(p => !p.property.Value.TryGetProperty("examples", out _)).Select(p => $"{p.Value.Text("operationId")}: {p.property.Name}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SessionTokens")]
    [InlineData("DeviceTokens")]
    [InlineData("DeviceAuthorization")]
    [InlineData("DeviceView")]
    public void Answer_WithTokensOrCodes_HasExamples(string schema) =>
        _document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject()
            .Where(p => !p.Value.TryGetProperty("examples", out _)).Select(p => p.Name).ShouldBeEmpty();

    private IEnumerable<JsonProperty> Properties(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
            schema = choices.EnumerateArray().First(c => c.TryGetProperty("$ref", out _));
        if (schema.TryGetProperty("$ref", out var reference))
            schema = _document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema.GetProperty("properties").EnumerateObject();
    }
}
