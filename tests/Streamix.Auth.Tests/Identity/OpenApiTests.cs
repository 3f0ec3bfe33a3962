using System.Text.Json;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

/// <summary>The API's description shows what to send and what comes back.</summary>
public class OpenApiTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Requests_OfEveryOperation_HaveExamples()
    {
        var document = await DocumentAsync();
        var bodies = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value)
            .Where(o => o.TryGetProperty("requestBody", out _)).ToList();
        bodies.Count.ShouldBeGreaterThan(14);
        bodies.SelectMany(o => Missing(document, Schema(o), o.GetProperty("operationId").GetString()!)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SignedIn", "sessionId", "accessToken", "refreshToken")]
    [InlineData("SecondFactorNeeded", "id", "methods")]
    [InlineData("SteppedUp", "acr", "accessToken")]
    [InlineData("PasskeyOptions", "challenge", "options")]
    [InlineData("FreshCodes", "recoveryCodes")]
    public async Task Answers_ThatClientsWorkWith_HaveExamples(string answer, params string[] properties)
    {
        var document = await DocumentAsync();
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(answer).GetProperty("properties");
        properties.SelectMany(name => Missing(document, schema.GetProperty(name), name)).ShouldBeEmpty();
    }

    private async Task<JsonElement> DocumentAsync() => await (await host.Anonymous().GetAsync("/openapi/v1.json")).ShouldBeAsync(200);

    private static JsonElement Schema(JsonElement operation) =>
        operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

    /// <summary>Booleans and enumerations speak for themselves; the example of a text is a text, also when it looks like a number.</summary>
    private static IEnumerable<string> Missing(JsonElement document, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("examples", out var examples))
            return Is(schema, "string") && examples.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String) ? [$"{path} (not a text)"] : [];
        if (schema.TryGetProperty("enum", out _) || Is(schema, "boolean"))
            return [];
        if (schema.TryGetProperty("$ref", out var reference))
            return Missing(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), path);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Where(c => !Is(c, "null")).SelectMany(c => Missing(document, c, path));
        return schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(p => Missing(document, p.Value, $"{path}.{p.Name}"))
            : [path];
    }

    private static bool Is(JsonElement schema, string type) => schema.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(t => t.GetString() == type) : types.GetString() == type);
}
