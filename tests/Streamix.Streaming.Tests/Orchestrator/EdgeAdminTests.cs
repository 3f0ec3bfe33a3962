using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class EdgeAdminTests : IAsyncLifetime
{
    private static readonly object Draft = new { name = "cloudfront-eu", address = "https://d1.cloudfront.net/", region = "eu", capacity = 10_000_000_000, cost = 4, weight = 1, state = "active" };
    private readonly OrchestratorHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _admin = _host.Admin();
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Edge_ItsWholeLife_IsAudited()
    {
        var created = await (await _admin.PostAsJsonAsync("/edges", Draft)).ShouldBeAsync(201);
        created.GetProperty("condition").GetString().ShouldBe("unsigned");
        using var read = await _admin.GetAsync("/edges/cloudfront-eu");
        (await (await PutAsync("cloudfront-eu", read.Headers.ETag!.Tag, "draining")).ShouldBeAsync(200)).GetProperty("state").GetString().ShouldBe("draining");
        (await PutAsync("cloudfront-eu", read.Headers.ETag!.Tag, "off")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _admin.DeleteAsync("/edges/cloudfront-eu")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _admin.GetAsync("/edges/cloudfront-eu")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        const string subject = "edge:cloudfront-eu";
        (await _host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8')::jsonb->>'action' AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync()))
            .ShouldBe(["edge.created", "edge.changed", "edge.removed"]);
    }

    [Fact]
    public async Task Change_OfAnEdgeThatReports_IsNotUndoneByItsReports()
    {
        await _host.ReportAsync("streaming-edge-1");
        using var read = await _admin.GetAsync("/edges/streaming-edge-1");
        await _host.ReportAsync("streaming-edge-1");
        await (await PutAsync("streaming-edge-1", read.Headers.ETag!.Tag, "draining")).ShouldBeAsync(200);
        await _host.ReportAsync("streaming-edge-1");
        (await (await _admin.GetAsync("/edges/streaming-edge-1")).ShouldBeAsync(200)).GetProperty("state").GetString().ShouldBe("draining");
    }

    [Fact]
    public async Task Create_OfANameThatIsTaken_Is409()
    {
        await (await _admin.PostAsJsonAsync("/edges", Draft)).ShouldBeAsync(201);
        await (await _admin.PostAsJsonAsync("/edges", Draft)).ShouldBeAsync(409);
    }

    [Fact]
    public async Task Create_WithWrongTerms_Is422()
    {
        var problem = await (await _admin.PostAsJsonAsync("/edges", new { name = "No!", address = "here", region = "a b", capacity = 0, cost = 0, weight = -1, state = "active" })).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["name", "address", "region", "capacity", "cost", "weight"], ignoreOrder: true);
    }

    [Fact]
    public async Task Choice_OfAnAsset_IsExplained()
    {
        await _host.ReportAsync("streaming-edge-1");
        await _host.ReadAsync();
        var view = await (await _admin.GetAsync($"/edges/choice?assetId={Guid.NewGuid()}&country=NL")).ShouldBeAsync(200);
        view.GetProperty("edges").EnumerateArray().Select(e => e.GetString()).ShouldBe(["streaming-edge-1"]);
        view.GetProperty("because").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Edges_ForAnybodyButAdmins_AreClosed()
    {
        using var editor = _host.Admin("editor");
        (await editor.GetAsync("/edges")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsJsonAsync("/edges/jobs", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.CreateClient().GetAsync("/edges")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpResponseMessage> PutAsync(string name, string tag, string state)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/edges/{name}") { Content = JsonContent.Create(new { region = "eu", capacity = 1_000_000_000, cost = 1, weight = 1, state }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _admin.SendAsync(request);
    }
}
