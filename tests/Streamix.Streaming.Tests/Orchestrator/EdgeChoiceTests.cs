using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class EdgeChoiceTests
{
    private static readonly string[] Assets = [.. Enumerable.Range(0, 200).Select(i => $"asset-{i}")];

    [Fact]
    public void Of_EdgesThatAreWell_NamesTwoAndWhy()
    {
        var chosen = Choice().Of([Fact("a"), Fact("b"), Fact("c")], "asset", "NL");
        chosen.Edges.Count.ShouldBe(2);
        chosen.Because.ShouldContain("region eu for NL");
        chosen.Because.ShouldContain(line => line.StartsWith($"{chosen.Edges[0].Name}: near, load 0.00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EdgeCondition.Silent, "silent")]
    [InlineData(EdgeCondition.Failing, "failing")]
    [InlineData(EdgeCondition.Unreachable, "unreachable")]
    [InlineData(EdgeCondition.OldKeys, "oldkeys")]
    [InlineData(EdgeCondition.Unsigned, "unsigned")]
    public void Of_AnEdgeThatIsNotWell_LeavesItOut(object condition, string word)
    {
        EdgeFacts[] edges = [Fact("a") with { Condition = (EdgeCondition)condition }, Fact("b")];
        Assets.ShouldAllBe(asset => Choice().Of(edges, asset, "").Edges.Single().Name == "b");
        Choice().Of(edges, "asset", "").Because.ShouldContain($"not a: {word}");
    }

    [Fact]
    public void Of_EdgesOfWhichNoneIsKnownToBeWell_TriesThoseThatMightBe()
    {
        var chosen = Choice().Of([Fact("a") with { Condition = EdgeCondition.Silent }, Fact("b") with { Condition = EdgeCondition.Failing }, Fact("c") with { State = EdgeState.Off }], "asset", "");
        chosen.Edges.Select(e => e.Name).ShouldBe(["a"]);
        chosen.Because.ShouldContain("no edge is known to be well: those that might be are tried");
    }

    [Fact]
    public void Of_ADrainingEdge_ComesOnlyWhenThereIsNoOther()
    {
        var draining = Fact("a") with { State = EdgeState.Draining };
        Assets.ShouldAllBe(asset => Choice().Of(new[] { draining, Fact("b") }, asset, "").Edges.Single().Name == "b");
        Choice().Of([draining], "asset", "").Edges.Single().Name.ShouldBe("a");
    }

    [Fact]
    public void Of_ViewersOfARegion_AreKeptNearUntilThoseEdgesAreFull()
    {
        EdgeFacts[] edges = [Fact("eu"), Fact("us") with { Region = "us", Capacity = 100_000_000_000 }];
        Assets.ShouldAllBe(asset => Choice().Of(edges, asset, "NL").Edges[0].Name == "eu");
        EdgeFacts[] full = [edges[0] with { Load = 1 }, edges[1]];
        Assets.ShouldAllBe(asset => Choice().Of(full, asset, "NL").Edges[0].Name == "us");
    }

    [Fact]
    public void Of_AnEdgeThatFills_MovesTitlesAwayFromItAndNoOthers()
    {
        EdgeFacts[] idle = [Fact("a"), Fact("b"), Fact("c")];
        EdgeFacts[] busy = [idle[0] with { Load = 0.85 }, idle[1], idle[2]];
        var moved = Assets.Where(asset => First(idle, asset) != First(busy, asset)).ToList();
        moved.ShouldNotBeEmpty();
        moved.ShouldAllBe(asset => First(idle, asset) == "a");
        Assets.Count(asset => First(busy, asset) == "a").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Of_ADearEdge_GetsLessThanACheapOne()
    {
        EdgeFacts[] edges = [Fact("dear") with { Cost = 4 }, Fact("cheap")];
        Assets.Count(asset => First(edges, asset) == "cheap").ShouldBeInRange(130, 190);
    }

    [Fact]
    public void Steer_WhenTheFirstEdgeFails_PutsItLast()
    {
        EdgeFacts[] edges = [Fact("a"), Fact("b")];
        var first = First(edges, "asset");
        EdgeFacts[] failing = [.. edges.Select(e => e.Name == first ? e with { Condition = EdgeCondition.Unreachable } : e)];
        Choice().Steer(failing, "asset", "").Select(e => e.Name).Last().ShouldBe(first);
        Choice().Steer(edges, "asset", "").Select(e => e.Name).First().ShouldBe(first);
    }

    private static string First(EdgeFacts[] edges, string asset) => Choice().Of(edges, asset, "").Edges[0].Name;

    private static EdgeFacts Fact(string name) => new(name, EdgeKind.Own, $"http://{name}.test/", "eu", 1_000_000_000, 1, 1, EdgeState.Active, EdgeCondition.Well, 0);

    private static EdgeChoice Choice()
    {
        var options = new OrchestratorOptions();
        (options.Regions["NL"], options.Regions["US"]) = ("eu", "us");
        return new(Options.Create(options));
    }
}
