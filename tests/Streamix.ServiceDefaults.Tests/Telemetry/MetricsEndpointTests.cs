using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Telemetry;

public sealed class MetricsEndpointTests
{
    [Fact]
    public async Task Metrics_AfterRequests_TellOfThemButNotOfProbes()
    {
        await using var service = await TestService.StartAsync(app => app.MapGet("/things/{id}", (string id) => id).AllowAnonymous());
        for (var i = 0; i < 3; i++)
            await service.Client().GetAsync($"/things/{i}");
        await service.Client().GetAsync("/health");

        var response = await service.Client().GetAsync("/metrics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("# TYPE http_server_request_duration_seconds histogram");
        text.Split('\n').ShouldContain(l => l.StartsWith("http_server_request_duration_seconds_count{") && l.Contains("http_route=\"/things/{id}\""));
        text.Split('\n').ShouldNotContain(l => l.StartsWith("http_server_request_duration_seconds") && l.Contains("/health"));
    }
}
