using System.Diagnostics;
using Shouldly;
using Streamix.Platform.Tests.Accounts.Faults;
using Streamix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>Flow 4 while whatever it needs is killed.</summary>
[Collection(nameof(MortalGraph))]
public sealed class PlaybackFaultTests(MortalGraph graph, ITestOutputHelper output)
{
    private const string EdgeInUse = "the edge in use";
    private const int EnoughToGoOn = 8;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";
    private static readonly int Playbacks = IsLong ? 20 : 4;
    private static readonly int Rounds = IsLong ? 3 : 1;
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Victims = [EdgeInUse, Outage.Orchestrator, Outage.Rights, Outage.History, "cache"];

    [Fact]
    public async Task Playbacks_WhileEdgeOrchestratorRightsHistoryAndRedisAreKilled_GoOnWithinFiveSeconds()
    {
        var film = await Cinema.Of(graph).OpenAsync();
        await using var audience = await Audience.GatherAsync(graph, film, Playbacks);
        foreach (var player in audience.Players) await player.StartAsync();
        audience.Passer.Begin();
        await GoOnAsync(audience);
        List<Outage> outages = [];

        for (var round = 0; round < Rounds; round++)
            foreach (var victim in Victims)
                outages.Add(await SurviveAsync(audience, victim == EdgeInUse ? audience.Players[0].Edge : victim));

        outages.Where(outage => !outage.IsWithin(Promised)).ShouldBeEmpty();
        await audience.SlotsAreRightAsync();
        var positions = await audience.PauseAsync();
        foreach (var (was, told) in positions) told.ShouldBe(was, 0.001);
        (await audience.BeginAgainAsync()).ShouldBe(positions.Select(position => position.Told));
        output.WriteLine($"{Playbacks} playbacks, {audience.Players.Sum(p => p.Segments.Count)} segments, {audience.Players.Sum(p => p.Heartbeats.Count)} heartbeats, {audience.Players.Sum(p => p.Renewals)} renewals, {audience.Passer.Starts.Count} more starts; slots and positions right");
    }

    /// <summary>kill -9, until the victim is well again and everybody has played on.</summary>
    private async Task<Outage> SurviveAsync(Audience audience, string victim)
    {
        await Until.TrueAsync(() => graph.ProcessOf(victim) is not null, $"{victim} is well, to be killed", Patience);
        foreach (var player in audience.Players) _ = (player.Segments.TakeLongest(), player.Heartbeats.TakeLongest(), player.Kept.TakeLongest());
        audience.Passer.Starts.TakeLongest();
        var (first, clock) = (graph.ProcessOf(victim), Stopwatch.StartNew());

        (await graph.TryKillAsync(victim)).ShouldBeTrue(victim);

        await Until.TrueAsync(() => graph.ProcessOf(victim) is { } now && now != first, $"{victim} runs again", Patience);
        var back = clock.Elapsed;
        await GoOnAsync(audience);
        var outage = new Outage(victim, back, Longest(p => p.Segments), Longest(p => p.Heartbeats), Longest(p => p.Kept), audience.Passer.Starts.TakeLongest());
        output.WriteLine($"{outage}");
        return outage;

        TimeSpan Longest(Func<SimulatedPlayer, Gauge> gauge) => audience.Players.Max(player => gauge(player).TakeLongest());
    }

    private static async Task GoOnAsync(Audience audience)
    {
        var before = audience.Players.Select(player => (Segments: player.Segments.Count, Heartbeats: player.Heartbeats.Count, Kept: player.Kept.Count)).ToList();
        var starts = audience.Passer.Starts.Count;
        await Until.TrueAsync(() => audience.Passer.Starts.Count > starts && audience.Players.Zip(before).All(pair =>
            pair.First.Segments.Count > pair.Second.Segments + EnoughToGoOn && pair.First.Heartbeats.Count > pair.Second.Heartbeats + 1 && pair.First.Kept.Count > pair.Second.Kept),
            "everybody plays on", TimeSpan.FromSeconds(60));
    }
}
