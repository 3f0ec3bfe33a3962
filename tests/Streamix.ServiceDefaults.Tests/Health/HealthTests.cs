using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Health;

public sealed class HealthTests
{
    private int _checks;
    private HealthStatus _status = HealthStatus.Healthy;

    [Fact]
    public async Task Health_Healthy_Is200WithChecks()
    {
        await using var service = await StartAsync();
        var response = await service.Client().GetAsync("/health");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"status":"Healthy","checks":{"part":"Healthy"}}""");
    }

    [Fact]
    public async Task Health_PartDown_Is503ButAlive()
    {
        await using var service = await StartAsync();
        _status = HealthStatus.Unhealthy;
        (await service.Client().GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await service.Client().GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_AskedByMany_ChecksOnce()
    {
        await using var service = await StartAsync();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Client().GetAsync("/health")));
        _checks.ShouldBeLessThanOrEqualTo(2 + (int)clock.Elapsed.TotalSeconds, "once a second");
    }

    [Fact]
    public async Task Health_Stopping_Is503AtOnceWhileRequestsAreStillServed()
    {
        await using var service = await StartAsync(("Shutdown:Drain", "00:00:30"));
        (await service.Client().GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        (await service.Client().GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await service.Client().GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<TestService> StartAsync(params (string, string)[] settings) => TestService.StartAsync(
        build => build.Services.AddHealthChecks().AddCheck("part", () =>
        {
            Interlocked.Increment(ref _checks);
            return new(_status);
        }),
        _ => { }, settings: settings);
}
