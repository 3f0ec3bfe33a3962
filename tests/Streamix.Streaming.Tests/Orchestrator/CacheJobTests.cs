using Streamix.Media.Contracts.Assets;
using Streamix.Streaming.CdnOrchestrator.Caches;
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
        await _host.ReportAsync("edge-1");
        await _host.ReportAsync("edge-2");
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
        var order = (await _host.ReportAsync("edge-1")).Orders.Single();
        (order.Id, order.Kind, order.Prefix, order.MostBytes).ShouldBe((id, CacheKinds.Prewarm, "transcoder/a/1/", 1000L));
        order.Renditions.ShouldBe(["480p"]);
        (await _host.ReportAsync("edge-1", r => r with { Progress = [new(id, CacheStates.Running, 3, 300)] })).Orders.ShouldHaveSingleItem();
        (await _host.ReportAsync("edge-1", r => r with { Progress = [new(id, CacheStates.Done, 9, 900)] })).Orders.ShouldBeEmpty();
        (await ReadAsync(id)).GetProperty("done").GetBoolean().ShouldBeFalse();
        await _host.ReportAsync("edge-2", r => r with { Progress = [new(id, CacheStates.Failed, 1, 100, "HttpRequestException")] });
        var job = await ReadAsync(id);
        job.GetProperty("done").GetBoolean().ShouldBeTrue();
        job.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("state").GetString(), e.GetProperty("objects").GetInt32())).ShouldBe([("done", 9), ("failed", 1)]);
    }

    [Fact]
    public async Task Job_ForOneEdge_IsNotToldToOthers()
    {
        await CreateAsync(new { kind = "purge", prefix = "transcoder/a/1/00001.m4s", reason = "Broken", edges = new[] { "edge-2" } });
        (await _host.ReportAsync("edge-1")).Orders.ShouldBeEmpty();
        (await _host.ReportAsync("edge-2")).Orders.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Progress_AfterTheEnd_ChangesNothing()
    {
        var id = await CreateAsync(new { kind = "purge", prefix = "a/", reason = "Test", edges = new[] { "edge-1" } });
        await _host.ReportAsync("edge-1", r => r with { Progress = [new(id, CacheStates.Done, 5, 50)] });
        await _host.ReportAsync("edge-1", r => r with { Progress = [new(id, CacheStates.Running, 0, 0)] });
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
        await (await _admin.PostAsJsonAsync("/edges/jobs", new { kind = "purge", prefix = "a/", reason = "Test", edges = new[] { "edge-9" } })).ShouldBeAsync(400);

    [Fact]
    public async Task Asset_ThatIsRemoved_IsPurgedEverywhere()
    {
        var asset = Guid.CreateVersion7();
        await _host.QueryAsync(async db =>
        {
            await new PurgeRemoved(db, new CacheDesk(db, _host.Time), _host.Time).HandleAsync(new AssetRemoved(asset, Guid.CreateVersion7(), _host.Time.GetUtcNow()), null!, default);
            return await db.SaveChangesAsync();
        });
        foreach (var edge in (string[])["edge-1", "edge-2"])
            (await _host.ReportAsync(edge)).Orders.Single().Prefix.ShouldBe($"transcoder/{asset}/");
    }

    private async Task<Guid> CreateAsync(object draft) => (await (await _admin.PostAsJsonAsync("/edges/jobs", draft)).ShouldBeAsync(201)).GetProperty("id").GetGuid();

    private async Task<System.Text.Json.JsonElement> ReadAsync(Guid id) => await (await _admin.GetAsync($"/edges/jobs/{id}")).ShouldBeAsync(200);
}
