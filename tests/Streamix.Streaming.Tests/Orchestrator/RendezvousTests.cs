using FsCheck;
using FsCheck.Fluent;
using Streamix.Streaming.CdnOrchestrator.Choice;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class RendezvousTests
{
    private const int Keys = 400;

    private static readonly Gen<Node[]> SomeNodes =
        from count in Gen.Choose(2, 7)
        from weights in Gen.Choose(1, 50).ArrayOf(count)
        select weights.Select((w, i) => new Node($"edge-{i}", w)).ToArray();

    [Fact]
    public void Rank_WithANodeMore_MovesKeysToThatOneOnly() => Holds(nodes =>
    {
        var more = nodes.Append(new Node("newcomer", 7)).ToArray();
        return AllKeys().All(key => First(more, key) is var now && (now == "newcomer" || now == First(nodes, key)));
    });

    [Fact]
    public void Rank_WithANodeLess_MovesItsOwnKeysOnly() => Holds(nodes =>
        AllKeys().All(key => First(nodes, key) is var before && (before == nodes[0].Name || First(nodes[1..], key) == before)));

    [Fact]
    public void Rank_OfANodeThatIsGone_GivesItsKeysToTheNextInLine() => Holds(nodes =>
        AllKeys().All(key => Ranked(nodes, key) is [var first, var second, ..] && First([.. nodes.Where(n => n.Name != first)], key) == second));

    [Fact]
    public void Rank_WithMoreWeight_MovesKeysToThatNodeOnly() => Holds(nodes =>
    {
        Node[] heavier = [nodes[0] with { Weight = nodes[0].Weight * 1.5 }, .. nodes[1..]];
        return AllKeys().All(key => First(heavier, key) is var now && (now == nodes[0].Name || now == First(nodes, key)));
    });

    [Fact]
    public void Rank_InAnyOrderOfNodes_IsTheSame() => Holds(nodes =>
        AllKeys().All(key => Ranked([.. nodes.Reverse()], key).SequenceEqual(Ranked(nodes, key))));

    [Fact]
    public void Rank_OverManyKeys_FollowsTheWeights()
    {
        Node[] nodes = [new("a", 1), new("b", 2), new("c", 5)];
        const int many = 40_000;
        var shares = Enumerable.Range(0, many).CountBy(i => First(nodes, $"key-{i}")).ToDictionary(c => c.Key, c => (double)c.Value / many, StringComparer.Ordinal);
        shares["a"].ShouldBe(1 / 8.0, 0.01);
        shares["b"].ShouldBe(2 / 8.0, 0.01);
        shares["c"].ShouldBe(5 / 8.0, 0.01);
    }

    [Fact]
    public void Rank_OfANodeWithoutWeight_IsLast() =>
        AllKeys().ShouldAllBe(key => Ranked(new Node[] { new("none", 0), new("a", 0.001), new("b", 1) }, key)[2] == "none");

    private static void Holds(Func<Node[], bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(SomeNodes.ToArbitrary(), law));

    private static IEnumerable<string> AllKeys() => Enumerable.Range(0, Keys).Select(i => $"asset-{i}");

    private static string First(Node[] nodes, string key) => Ranked(nodes, key)[0];

    private static string[] Ranked(Node[] nodes, string key) => [.. Rendezvous.Rank(nodes, key, n => n.Name, n => n.Weight).Select(n => n.Name)];

    private sealed record Node(string Name, double Weight);
}
