using Streamix.Streaming.Tests.Orchestrator.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class OpenApiTests(OrchestratorHost host) : IClassFixture<OrchestratorHost>
{
    [Fact]
    public async Task Document_OfTheService_ShowsEachRouteWithExamples()
    {
        var document = await (await host.CreateClient().GetAsync("/openapi/v1.json")).ShouldBeAsync(200);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Operation: o.Value)))
            .Where(o => o.Path.StartsWith("/edges", StringComparison.Ordinal) || o.Path.StartsWith("/steering", StringComparison.Ordinal)).ToArray();
        operations.Length.ShouldBe(11);
        operations.ShouldAllBe(o => o.Operation.GetProperty("summary").GetString()!.Length > 0);
        OpenApiExamples.Missing(document).Where(path => !path.StartsWith("ReportEdge", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
