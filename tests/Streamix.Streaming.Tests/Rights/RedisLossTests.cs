using StackExchange.Redis;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Rights.Plans;
using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>The Redis of the slots goes away, or comes back and has forgotten.</summary>
public sealed class RedisLossTests
{
    private static readonly PlanDetails TwoStreams = new("Two", 1080, 2, "hd", "hd");

    private static RightsHost Host(string redis) => new()
    {
        Redis = redis, Settings = new(StringComparer.Ordinal) { ["Rights:Patience"] = "00:00:00.5", ["Rights:Pause"] = "00:00:00.2" },
    };

    [Fact]
    public async Task Starts_WhileRedisIsAway_GoOnUpToThePlansLimit()
    {
        await using var host = Host("127.0.0.1:1,abortConnect=false");
        await host.InitializeAsync();
        var home = await Household.SetAsync(host, plan: TwoStreams);
        (await home.AdmitAsync()).ShouldSatisfyAllConditions(
            d => d.Allowed.ShouldBeTrue(), d => d.SlotUntil.ShouldNotBeNull(), d => d.Checks[^1].Because.ShouldContain("this replica alone"));
        (await home.AdmitAsync()).Allowed.ShouldBeTrue();
        (await home.AdmitAsync()).ShouldSatisfyAllConditions(d => d.Code.ShouldBe(RefusalCodes.TooManyStreams), d => d.Streams.Count.ShouldBe(2));
    }

    [Fact]
    public async Task Slots_RedisKilled_AreRightAgainThroughRenewals()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = Host(redis.ConnectionString);
        await host.InitializeAsync();
        var home = await Household.SetAsync(host, plan: TwoStreams);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await home.AdmitAsync(first)).Allowed.ShouldBeTrue();
        await redis.KillAsync();
        (await home.AdmitAsync(second)).Allowed.ShouldBeTrue(); // whether it is still away or back already
        (await home.AdmitAsync()).Allowed.ShouldBeFalse();
        await Until.TrueAsync(async () => (await home.RenewAsync(second)).Checks[^1].Because == "one of 2" && (await home.RenewAsync(first)).Allowed, "Redis counts again");
        await Until.TrueAsync(async () => (await host.Get<SlotDesk>().ListAsync(home.Account)).Select(s => s.PlaybackId).ToHashSet().SetEquals([first, second]), "it has both");
        (await home.AdmitAsync()).Code.ShouldBe(RefusalCodes.TooManyStreams);
    }

    [Fact]
    public async Task Playbacks_RedisKilledMeanwhile_AllGoOnAndTheSlotsAreRightAfterwards()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = Host(redis.ConnectionString);
        await host.InitializeAsync();
        var homes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Household.SetAsync(host, plan: TwoStreams)));
        var playing = homes.SelectMany(home => Enumerable.Range(0, 2).Select(_ => (Home: home, Id: Guid.CreateVersion7()))).ToArray();
        (await Task.WhenAll(playing.Select(p => p.Home.AdmitAsync(p.Id)))).ShouldAllBe(d => d.Allowed);
        List<string> refused = [];
        await redis.KillAsync();
        await Until.TrueAsync(async () =>
        {
            var renewed = await Task.WhenAll(playing.Select(p => p.Home.RenewAsync(p.Id)));
            refused.AddRange(renewed.Where(d => !d.Allowed).Select(d => d.Code));
            return renewed.All(d => d.Checks[^1].Because == "one of 2");
        }, "Redis counts again");
        refused.ShouldBeEmpty();
        foreach (var home in homes)
        {
            (await host.Get<SlotDesk>().ListAsync(home.Account)).Select(s => s.PlaybackId).ShouldBe(playing.Where(p => p.Home == home).Select(p => p.Id), ignoreOrder: true);
            (await home.AdmitAsync()).Code.ShouldBe(RefusalCodes.TooManyStreams);
        }
    }

    [Fact]
    public async Task Renewals_AfterRedisHasForgottenEverything_CutNobodyAndTheNumberGetsRight()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = Host(redis.ConnectionString);
        await host.InitializeAsync();
        var home = await Household.SetAsync(host, plan: TwoStreams);
        Guid[] playing = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var playback in playing)
            (await home.AdmitAsync(playback)).Allowed.ShouldBeTrue();
        await using (var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString))
            await connection.GetDatabase().ExecuteAsync("FLUSHALL");

        (await home.AdmitAsync()).Allowed.ShouldBeTrue(); // it cannot know better
        foreach (var playback in playing)
            (await home.RenewAsync(playback)).Allowed.ShouldBeTrue();
        (await home.AdmitAsync()).ShouldSatisfyAllConditions(d => d.Code.ShouldBe(RefusalCodes.TooManyStreams), d => d.Streams.Count.ShouldBe(3));
        await home.ReleaseAsync(playing[0]);
        (await home.AdmitAsync()).Code.ShouldBe(RefusalCodes.TooManyStreams);
        await home.ReleaseAsync(playing[1]);
        (await home.AdmitAsync()).Allowed.ShouldBeTrue();
    }
}
