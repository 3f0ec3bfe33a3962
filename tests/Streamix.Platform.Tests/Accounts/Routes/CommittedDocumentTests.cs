using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>The apps' client is made from a committed document: it says what the gateway says.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class CommittedDocumentTests(AccountsGraph graph)
{
    [Fact]
    public async Task CommittedDocument_OfTheApi_IsTheGateways()
    {
        _ = await PublicApi.ReadAsync(graph);
        using var http = graph.CreateBareClient();
        var merged = JsonNode.Parse(await http.GetStringAsync("/api/openapi.json"))!.AsObject();
        merged.Remove("x-streamix-missing");
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("services", "frontend", "api", "openapi.json")))!.AsObject();

        Differences(committed, merged).ShouldBeEmpty("services/frontend/api/openapi.json is not what the gateway says: run ./streamix api");
    }

    /// <summary>By path and by schema, as nobody finds a difference in two documents of ten thousand lines.</summary>
    private static IEnumerable<string> Differences(JsonObject committed, JsonObject merged)
    {
        var (ours, theirs) = (Parts(committed), Parts(merged));
        return ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal).Where(name => !JsonNode.DeepEquals(ours.GetValueOrDefault(name), theirs.GetValueOrDefault(name)));
    }

    private static Dictionary<string, JsonNode?> Parts(JsonObject document) =>
        document.SelectMany(section => section.Key is "paths" or "components"
                ? Named(section.Key, section.Value!.AsObject(), section.Key == "components" ? 2 : 1)
                : [(section.Key, section.Value)])
            .ToDictionary(part => part.Name, part => part.Node, StringComparer.Ordinal);

    private static IEnumerable<(string Name, JsonNode? Node)> Named(string above, JsonObject node, int levels) =>
        node.SelectMany(entry => levels > 1 ? Named($"{above} {entry.Key}", entry.Value!.AsObject(), levels - 1) : [($"{above} {entry.Key}", entry.Value)]);
}
