using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Upkeep;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class RevocationTests : IAsyncLifetime
{
    private readonly OrchestratorHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.ReportAsync("streaming-edge-1");
        await _host.ReadAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Revoke_APlayback_ReachesEachEdgeOnceWithItsEnd()
    {
        var playback = await RevokeAsync();
        var orders = await _host.ReportAsync("streaming-edge-1");
        orders.Revoked.Single().PlaybackId.ShouldBe(playback);
        orders.Revoked.Single().Until.ShouldBe(_host.Time.GetUtcNow().AddMinutes(16));
        (await _host.ReportAsync("streaming-edge-1", r => r with { After = orders.Position })).Revoked.ShouldBeEmpty();
        (await _host.ReportAsync("streaming-edge-2")).Revoked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Revoke_Repeated_ChangesNothing()
    {
        var playback = await RevokeAsync();
        var position = (await _host.ReportAsync("streaming-edge-1")).Position;
        await _host.Calls().RevokeAsync(new() { PlaybackId = playback.ToString(), Reason = "again" });
        (await _host.ReportAsync("streaming-edge-1", r => r with { After = position })).Revoked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Route_OfARevokedPlayback_IsRefusedAtEveryReplica()
    {
        await using var other = _host.Replica();
        var playback = await RevokeAsync();
        await other.ReadAsync();
        foreach (var host in new[] { _host, other })
            (await Should.ThrowAsync<RpcException>(async () => await host.Calls().RouteAsync(Orders.Route(_host, r => r.PlaybackId = playback.ToString())))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Report_OfAnEdgeThatStartsAnew_GetsAllThatAreInForce()
    {
        var playbacks = new List<Guid>();
        for (var i = 0; i < 5; i++)
            playbacks.Add(await RevokeAsync());
        (await _host.ReportAsync("streaming-edge-1")).Revoked.Select(r => r.PlaybackId).ShouldBe(playbacks);
        _host.Time.Advance(TimeSpan.FromMinutes(17));
        (await _host.ReportAsync("streaming-edge-1")).Revoked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_WithAPositionThatThisDatabaseNeverTold_GetsAllThatAreInForceAndAPositionThatIsThere()
    {
        (await _host.ReportAsync("streaming-edge-1", r => r with { After = 7000 })).Position.ShouldBe(0);
        var playback = await RevokeAsync();
        var orders = await _host.ReportAsync("streaming-edge-1", r => r with { After = 7000 });
        orders.Revoked.Select(r => r.PlaybackId).ShouldBe([playback]);
        orders.Position.ShouldBe(await _host.QueryAsync(db => db.Revocations.MaxAsync(r => r.Position)));
        (await _host.ReportAsync("streaming-edge-1", r => r with { After = orders.Position })).Revoked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replica_AfterTheDatabaseWasMadeAnew_HearsOfRevocationsOfOthers()
    {
        await using var other = _host.Replica();
        for (var i = 0; i < 3; i++)
            await RevokeAsync();
        await other.ReadAsync();
        await _host.QueryAsync(db => db.Database.ExecuteSqlAsync($"TRUNCATE revocations RESTART IDENTITY"));
        var playback = await RevokeAsync();
        await other.ReadAsync();
        other.Get<RevokedPlaybacks>().Has(playback).ShouldBeTrue();
    }

    [Fact]
    public async Task Report_WithMoreThanFitInOneAnswer_SaysSo()
    {
        var now = _host.Time.GetUtcNow();
        await _host.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO revocations (playback_id, revoked_at, until, reason) SELECT gen_random_uuid(), {now}, {now.AddHours(1)}, '' FROM generate_series(1, 1500)"));
        var first = await _host.ReportAsync("streaming-edge-1");
        (first.Revoked.Count, first.More).ShouldBe((1000, true));
        var second = await _host.ReportAsync("streaming-edge-1", r => r with { After = first.Position });
        (second.Revoked.Count, second.More).ShouldBe((500, false));
    }

    [Fact]
    public async Task Revoke_ByManyAtOnce_LosesNoneForAnEdgeThatReadsMeanwhile()
    {
        var revoking = Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(RevokeAsync)));
        var (position, seen) = (0L, new List<Guid>());
        while (!revoking.IsCompleted)
            await ReadAsync();
        await ReadAsync();
        seen.ShouldBe(await revoking, ignoreOrder: true);

        async Task ReadAsync()
        {
            var orders = await _host.ReportAsync("streaming-edge-1", r => r with { After = position });
            seen.AddRange(orders.Revoked.Select(r => r.PlaybackId));
            position = orders.Position;
        }
    }

    [Fact]
    public async Task Sweep_WhenTokensHaveExpired_ForgetsRevocations()
    {
        await RevokeAsync();
        (await _host.Get<Sweeper>().SweepAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromHours(3));
        await _host.Get<Sweeper>().SweepAsync(default); // its rounds may have been there before
        (await _host.QueryAsync(db => db.Revocations.CountAsync())).ShouldBe(0);
    }

    private async Task<Guid> RevokeAsync()
    {
        var playback = Guid.CreateVersion7();
        await _host.Calls().RevokeAsync(new() { PlaybackId = playback.ToString(), Reason = "elsewhere" });
        return playback;
    }
}
