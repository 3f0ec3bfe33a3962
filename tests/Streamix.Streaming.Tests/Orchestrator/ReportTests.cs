using System.Diagnostics;
using System.Net.Sockets;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class ReportTests(OrchestratorHost host) : IClassFixture<OrchestratorHost>
{
    [Fact]
    public async Task Report_OfAnUnknownEdge_MakesItKnown()
    {
        await host.ReportAsync("streaming-edge-fresh", r => r with { BitsPerSecond = 500_000_000, HitRatio = 0.9 });
        using var admin = host.Admin();
        var view = await admin.GetFromJsonAsync<System.Text.Json.JsonElement>("/edges/streaming-edge-fresh");
        view.GetProperty("state").GetString().ShouldBe("active");
        view.GetProperty("condition").GetString().ShouldBe("well");
        view.GetProperty("hitRatio").GetDouble().ShouldBe(0.9);
    }

    [Fact]
    public async Task Report_FromAnotherAddress_MovesTheEdge()
    {
        await host.ReportAsync("streaming-edge-mover");
        await host.ReportAsync("streaming-edge-mover", r => r with { Address = "https://mover.example/" });
        using var admin = host.Admin();
        (await admin.GetFromJsonAsync<System.Text.Json.JsonElement>("/edges/streaming-edge-mover")).GetProperty("address").GetString().ShouldBe("https://mover.example/");
    }

    [Fact]
    public async Task Report_UnderAnothersName_Is403()
    {
        using var http = host.Service("streaming-edge-a");
        var failed = await Should.ThrowAsync<HttpRequestException>(() => new EdgeReportsClient(http).ReportAsync("streaming-edge-b", Report, default));
        failed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("media-transcoder")]
    [InlineData("edge-a")]
    [InlineData("my-streaming-edge-a")]
    public async Task Report_OfAServiceThatIsNoEdge_Is403AndMakesNone(string service)
    {
        var failed = await Should.ThrowAsync<HttpRequestException>(() => host.ReportAsync(service));
        failed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = host.Admin();
        (await admin.GetAsync($"/edges/{service}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_WhileTheDatabaseDoesNotAnswer_EndsSoonAndIsHeardAllTheSame()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var deaf = new OrchestratorHost { Database = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=a;Username=a;Password=a" };
        _ = deaf.Services; // the start is not what is measured
        var begun = Stopwatch.GetTimestamp();
        var failed = await Should.ThrowAsync<HttpRequestException>(() => deaf.ReportAsync("streaming-edge-a"));
        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(14)); // the driver by itself waits for 15
        var edge = new EdgeServer("streaming-edge-a", EdgeKind.Own, Report.Address, new("eu", 1, 1, 1, EdgeState.Active), deaf.Time.GetUtcNow());
        deaf.Get<EdgeBook>().ConditionOf(edge, null).ShouldBe(EdgeCondition.Well);
    }

    [Fact]
    public async Task Report_OfAUser_IsRefused()
    {
        using var admin = host.Admin();
        (await admin.PutAsJsonAsync("/internal/edges/streaming-edge-a", Report)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public static TheoryData<string> WrongFields => new() { "address", "region", "capacity", "cost", "state", "ratio", "keys", "progress" };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Report_WithAFigureThatCannotBe_Is400(string field)
    {
        using var http = host.Service("streaming-edge-a");
        var wrong = field switch
        {
            "address" => Report with { Address = "edge" },
            "region" => Report with { Region = "the EU!" },
            "capacity" => Report with { Capacity = 0 },
            "cost" => Report with { Cost = -1 },
            "state" => Report with { State = "fine" },
            "ratio" => Report with { HitRatio = 2 },
            "keys" => Report with { Keys = [""] },
            _ => Report with { Progress = [new(Guid.NewGuid(), "perhaps", 0, 0)] },
        };
        var failed = await Should.ThrowAsync<HttpRequestException>(() => new EdgeReportsClient(http).ReportAsync("streaming-edge-a", wrong, default));
        failed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static EdgeReport Report { get; } = new("http://streaming-edge-a.test/", "eu", 1_000_000_000, 1, EdgeStates.Serving, 0, 0, 0, 0, [PathKey.Of(OrchestratorHost.Secret).Id], 0, []);
}
