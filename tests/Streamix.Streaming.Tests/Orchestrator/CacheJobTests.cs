using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Streaming.CdnOrchestrator;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Upkeep;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class CacheJobTests : IAsyncLifetime
{
    private readonly OrchestratorHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.ReportAsync("streaming-edge-1");
        await _host.ReportAsync("streaming-edge-2");
        _admin = _host.Admin();
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Job_FromOrderToEnd_IsTakenByEachEdgeAndToldBack()
    {
        var id = await CreateAsync(new { kind = "prewarm", prefix = "transcoder/a/1/", renditions = new[] { "480p" }, mostBytes = 1000, reason = "Premiere" });
        var order = (await _host.ReportAsync("streaming-edge-1")).Orders.Single();
        (order.Id, order.Kind, order.Prefix, order.MostBytes).ShouldBe((id, CacheKinds.Prewarm, "transcoder/a/1/", 1000L));
        order.Renditions.ShouldBe(["480p"]);
        (await _host.ReportAsync("streaming-edge-1", r => r with { Progress = [new(id, CacheStates.Running, 3, 300)] })).Orders.ShouldHaveSingleItem();
        (await _host.ReportAsync("streaming-edge-1", r => r with { Progress = [new(id, CacheStates.Done, 9, 900)] })).Orders.ShouldBeEmpty();
        (await ReadAsync(id)).GetProperty("done").GetBoolean().ShouldBeFalse();
        await _host.ReportAsync("streaming-edge-2", r => r with { Progress = [new(id, CacheStates.Failed, 1, 100, "HttpRequestException")] });
        var job = await ReadAsync(id);
        job.GetProperty("done").GetBoolean().ShouldBeTrue();
        job.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("state").GetString(), e.GetProperty("objects").GetInt32())).ShouldBe([("done", 9), ("failed", 1)]);
    }

    [Fact]
    public async Task Job_ForOneEdge_IsNotToldToOthers()
    {
        await CreateAsync(new { kind = "purge", prefix = "transcoder/a/1/00001.m4s", reason = "Broken", edges = new[] { "streaming-edge-2" } });
        (await _host.ReportAsync("streaming-edge-1")).Orders.ShouldBeEmpty();
        (await _host.ReportAsync("streaming-edge-2")).Orders.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Progress_AfterTheEnd_ChangesNothing()
    {
        var id = await CreateAsync(new { kind = "purge", prefix = "a/", reason = "Test", edges = new[] { "streaming-edge-1" } });
        await _host.ReportAsync("streaming-edge-1", r => r with { Progress = [new(id, CacheStates.Done, 5, 50)] });
        await _host.ReportAsync("streaming-edge-1", r => r with { Progress = [new(id, CacheStates.Running, 0, 0)] });
        (await ReadAsync(id)).GetProperty("edges")[0].GetProperty("objects").GetInt32().ShouldBe(5);
    }

    [Theory]
    [InlineData("purge", "../etc/", "Why not", "prefix")]
    [InlineData("burn", "a/", "Why not", "kind")]
    [InlineData("purge", "a/", " ", "reason")]
    public async Task Create_WithAWrongField_Is422(string kind, string prefix, string reason, string field)
    {
        var problem = await (await _admin.PostAsJsonAsync("/edges/jobs", new { kind, prefix, reason })).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Create_ForAnEdgeThatIsNotThere_Is400() =>
        await (await _admin.PostAsJsonAsync("/edges/jobs", new { kind = "purge", prefix = "a/", reason = "Test", edges = new[] { "streaming-edge-9" } })).ShouldBeAsync(400);

    [Fact]
    public async Task Create_ForAnEdgeThatIsOff_IsForPurgesAlone()
    {
        await SwitchOffAsync("streaming-edge-2");
        await (await _admin.PostAsJsonAsync("/edges/jobs", new { kind = "prewarm", prefix = "a/", reason = "Test", edges = new[] { "streaming-edge-2" } })).ShouldBeAsync(400);
        await CreateAsync(new { kind = "prewarm", prefix = "a/", reason = "Test" });
        (await _host.ReportAsync("streaming-edge-2")).Orders.ShouldBeEmpty();
        await CreateAsync(new { kind = "purge", prefix = "a/", reason = "Test" });
        (await _host.ReportAsync("streaming-edge-2")).Orders.ShouldHaveSingleItem().Kind.ShouldBe(CacheKinds.Purge);
    }

    [Fact]
    public async Task Asset_ThatIsRemoved_IsPurgedEverywhereNowAndWhenTheStoreHasLetGoOfIt()
    {
        var asset = Guid.CreateVersion7();
        await SwitchOffAsync("streaming-edge-2");
        await RemoveAsync(asset);
        foreach (var edge in (string[])["streaming-edge-1", "streaming-edge-2"])
        {
            var order = (await _host.ReportAsync(edge)).Orders.Single();
            order.Prefix.ShouldBe($"transcoder/{asset}/");
            (await _host.ReportAsync(edge, r => r with { Progress = [new(order.Id, CacheStates.Done, 1, 1)] })).Orders.ShouldBeEmpty();
        }

        _host.Time.Advance(new OrchestratorOptions().PurgeAgainAfter - TimeSpan.FromSeconds(1));
        (await _host.ReportAsync("streaming-edge-1")).Orders.ShouldBeEmpty();
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        foreach (var edge in (string[])["streaming-edge-1", "streaming-edge-2"])
            (await _host.ReportAsync(edge)).Orders.Single().Prefix.ShouldBe($"transcoder/{asset}/");
    }

    [Fact]
    public async Task Sweep_OfWorkForAnEdgeThatIsAway_GivesUpAllButPurgesWhileTheEdgeIsKnown()
    {
        await CreateAsync(new { kind = "prewarm", prefix = "a/", reason = "Test" });
        await CreateAsync(new { kind = "purge", prefix = "a/", reason = "Test" });
        await _host.QueryAsync(db => db.Edges.Where(e => e.Name == "streaming-edge-2").ExecuteDeleteAsync());
        _host.Time.Advance(TimeSpan.FromDays(2));
        await _host.Get<Sweeper>().SweepAsync(default);
        (await _host.ReportAsync("streaming-edge-1")).Orders.ShouldHaveSingleItem().Kind.ShouldBe(CacheKinds.Purge);
        (await _host.ReportAsync("streaming-edge-2")).Orders.ShouldBeEmpty();
    }

    private Task<int> SwitchOffAsync(string edge) =>
        _host.QueryAsync(db => db.Edges.Where(e => e.Name == edge).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EdgeState.Off)));

    private Task<int> RemoveAsync(Guid asset) => _host.QueryAsync(async db =>
    {
        var handler = new PurgeRemoved(db, new CacheDesk(db, _host.Time), Options.Create(new OrchestratorOptions()), _host.Time);
        await handler.HandleAsync(new AssetRemoved(asset, Guid.CreateVersion7(), _host.Time.GetUtcNow()), null!, default);
        return await db.SaveChangesAsync();
    });

    private async Task<Guid> CreateAsync(object draft) => (await (await _admin.PostAsJsonAsync("/edges/jobs", draft)).ShouldBeAsync(201)).GetProperty("id").GetGuid();

    private async Task<System.Text.Json.JsonElement> ReadAsync(Guid id) => await (await _admin.GetAsync($"/edges/jobs/{id}")).ShouldBeAsync(200);
}
