using System.Globalization;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Registry;

namespace Streamix.Streaming.CdnOrchestrator.Choice;

/// <summary>Which edges a package comes from: near before far before full, and among those by rendezvous, so that a title stays on few edges.</summary>
internal sealed class EdgeChoice(IOptions<OrchestratorOptions> options)
{
    /// <param name="edges">All that are known.</param>
    /// <param name="key">The asset.</param>
    /// <param name="country">Of the viewer; empty when nobody knows.</param>
    public Chosen Of(IReadOnlyList<EdgeFacts> edges, string key, string country)
    {
        var region = options.Value.Regions.GetValueOrDefault(country, "");
        List<string> because = [region.Length > 0 ? $"region {region} for {country}" : "no region: every edge is as near"];
        var ranked = Rank(Usable(edges, because), key, region).Take(options.Value.PerPlayback).ToList();
        because.AddRange(ranked.Select(edge => Describe(edge, region)));
        return new(ranked, because);
    }

    /// <summary>Puts edges that a playback has been told into the order that holds now. Draining ones may stay, behind the others.</summary>
    public IReadOnlyList<EdgeFacts> Steer(IReadOnlyList<EdgeFacts> edges, string key, string country) =>
    [
        .. Rank(edges.Where(e => e.State != EdgeState.Off), key, options.Value.Regions.GetValueOrDefault(country, ""))
            .OrderBy(e => e.IsWell ? 0 : 1).ThenBy(e => e.State == EdgeState.Active ? 0 : 1),
    ];

    private static IEnumerable<EdgeFacts> Rank(IEnumerable<EdgeFacts> edges, string key, string region) =>
        Rendezvous.Rank(edges, key, e => e.Name, e => e.Share).OrderBy(e => Shedding.IsFull(e.Load) ? 2 : IsNear(e, region) ? 0 : 1);

    /// <summary>Those that are well; when none is, those that might be all the same: a wrong guess costs a retry, no guess costs the playback.</summary>
    private static List<EdgeFacts> Usable(IReadOnlyList<EdgeFacts> edges, List<string> because)
    {
        because.AddRange(edges.Where(e => e.State != EdgeState.Active || !e.IsWell).Select(e => $"not {e.Name}: {(e.State != EdgeState.Active ? Word(e.State) : Word(e.Condition))}"));
        var well = edges.Where(e => e.State == EdgeState.Active && e.IsWell).ToList();
        if (well.Count > 0)
            return well;
        var draining = edges.Where(e => e.State == EdgeState.Draining && e.IsWell).ToList();
        if (draining.Count > 0)
        {
            because.Add("only draining edges are well");
            return draining;
        }

        var hoped = edges.Where(e => e is { State: EdgeState.Active, Condition: EdgeCondition.Silent or EdgeCondition.Unreachable }).ToList();
        if (hoped.Count > 0)
            because.Add("no edge is known to be well: those that might be are tried");
        return hoped;
    }

    private static bool IsNear(EdgeFacts edge, string region) => region.Length == 0 || edge.Region.Length == 0 || edge.Region == region;

    private static string Describe(EdgeFacts edge, string region) => string.Create(CultureInfo.InvariantCulture,
        $"{edge.Name}: {(IsNear(edge, region) ? "near" : "far")}, load {edge.Load:0.00}, share {edge.Share / 1e9:0.###}");

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What was chosen, the best first, and why.</summary>
internal sealed record Chosen(IReadOnlyList<EdgeFacts> Edges, IReadOnlyList<string> Because);
