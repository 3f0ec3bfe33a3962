using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class ReportTests(OrchestratorHost host) : IClassFixture<OrchestratorHost>
{
    [Fact]
    public async Task Report_OfAnUnknownEdge_MakesItKnown()
    {
        await host.ReportAsync("fresh", r => r with { BitsPerSecond = 500_000_000, HitRatio = 0.9 });
        using var admin = host.Admin();
        var view = await admin.GetFromJsonAsync<System.Text.Json.JsonElement>("/edges/fresh");
        view.GetProperty("state").GetString().ShouldBe("active");
        view.GetProperty("condition").GetString().ShouldBe("well");
        view.GetProperty("hitRatio").GetDouble().ShouldBe(0.9);
    }

    [Fact]
    public async Task Report_FromAnotherAddress_MovesTheEdge()
    {
        await host.ReportAsync("mover");
        await host.ReportAsync("mover", r => r with { Address = "https://mover.example/" });
        using var admin = host.Admin();
        (await admin.GetFromJsonAsync<System.Text.Json.JsonElement>("/edges/mover")).GetProperty("address").GetString().ShouldBe("https://mover.example/");
    }

    [Fact]
    public async Task Report_UnderAnothersName_Is403()
    {
        using var http = host.Service("edge-a");
        var failed = await Should.ThrowAsync<HttpRequestException>(() => new EdgeReportsClient(http).ReportAsync("edge-b", Report, default));
        failed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Report_OfAUser_IsRefused()
    {
        using var admin = host.Admin();
        (await admin.PutAsJsonAsync("/internal/edges/edge-a", Report)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public static TheoryData<string> WrongFields => new() { "address", "region", "capacity", "cost", "state", "ratio", "keys", "progress" };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Report_WithAFigureThatCannotBe_Is400(string field)
    {
        using var http = host.Service("edge-a");
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
        var failed = await Should.ThrowAsync<HttpRequestException>(() => new EdgeReportsClient(http).ReportAsync("edge-a", wrong, default));
        failed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static EdgeReport Report { get; } = new("http://edge-a.test/", "eu", 1_000_000_000, 1, EdgeStates.Serving, 0, 0, 0, 0, [PathKey.Of(OrchestratorHost.Secret).Id], 0, []);
}
