using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class DashboardShapeTests
{
    private static readonly JsonNode[] All = [.. Directory.GetFiles(Repository.PathOf("deploy", "dashboards"), "*.json").Select(file => JsonNode.Parse(File.ReadAllText(file))!)];

    [Fact]
    public void Dashboards_Identifiers_AreUnique()
    {
        All.Select(dashboard => (string?)dashboard["uid"]).ShouldBeUnique();
        All.Select(dashboard => (string?)dashboard["title"]).ShouldBe(["Messaging", "Platform overview"], ignoreOrder: true);
    }

    [Fact]
    public void Panels_OfEachDashboard_HaveTheProvisionedSourceAndDoNotOverlap()
    {
        var source = File.ReadAllText(Repository.PathOf("deploy", "grafana", "provisioning", "datasources", "prometheus.yml"));
        foreach (var dashboard in All)
        {
            var panels = dashboard["panels"]!.AsArray();
            panels.Select(panel => (int)panel!["id"]!).ShouldBeUnique();
            panels.ShouldAllBe(panel => source.Contains($"uid: {(string?)panel!["datasource"]!["uid"]}", StringComparison.Ordinal));
            panels.SelectMany(panel => Cells(panel!["gridPos"]!)).ShouldBeUnique((string?)dashboard["title"]);
        }
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonNode at) =>
        from x in Enumerable.Range((int)at["x"]!, (int)at["w"]!)
        from y in Enumerable.Range((int)at["y"]!, (int)at["h"]!)
        select (x, y);
}
