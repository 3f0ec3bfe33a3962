using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class HealthTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();
    private volatile bool healthy;
    private int ready;

    [Fact]
    public async Task Resource_Is_ready_once_when_its_check_first_succeeds()
    {
        app.Services.AddHealthChecks().AddCheck("check", () => healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not yet"));
        var api = app.AddExecutable("api", "api", ".").WithHealthCheck("check").OnResourceReady(Count);
        await using var built = app.Build();
        using var service = await StartAsync(built, api);

        var unhealthy = await built.ResourceNotifications.WaitForResourceAsync("api", e => e.Snapshot.HealthReports.Any(r => r.Description == "not yet"), Apps.Soon);
        unhealthy.Snapshot.HealthStatus.ShouldBe(HealthStatus.Unhealthy);
        ready.ShouldBe(0);
        healthy = true;

        await built.ResourceNotifications.WaitForResourceHealthyAsync("api", Apps.Soon);
        ready.ShouldBe(1);
    }

    [Fact]
    public async Task Resource_without_checks_Is_ready_as_soon_as_it_runs()
    {
        var api = app.AddExecutable("api", "api", ".").OnResourceReady(Count);
        await using var built = app.Build();
        using var service = await StartAsync(built, api);

        await built.ResourceNotifications.WaitForResourceHealthyAsync("api", Apps.Soon);
        ready.ShouldBe(1);
    }

    [Fact]
    public async Task Error_of_a_ready_handler_Reaches_who_waits()
    {
        var api = app.AddExecutable("api", "api", ".").OnResourceReady((_, _, _) => throw new InvalidOperationException("seed failed"));
        await using var built = app.Build();
        using var service = await StartAsync(built, api);

        (await Should.ThrowAsync<InvalidOperationException>(built.ResourceNotifications.WaitForResourceHealthyAsync("api", Apps.Soon))).Message.ShouldBe("seed failed");
    }

    [Fact]
    public async Task Http_check_Asks_the_endpoint()
    {
        await using var server = await StatusServer.StartAsync();
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint().WithHttpHealthCheck("/health");
        api.Resource.Allocate("http", server.Port);
        await using var built = app.Build();
        var checks = built.Services.GetRequiredService<HealthCheckService>();

        (await checks.CheckHealthAsync(Apps.Soon)).Entries["api_http_/health_200_check"].Description.ShouldNotBeNull().ShouldEndWith("returned 503 ServiceUnavailable");
        server.Status = 200;
        (await checks.CheckHealthAsync(Apps.Soon)).Status.ShouldBe(HealthStatus.Healthy);
    }

    private static async Task<ResourceHealthCheckService> StartAsync(DistributedApplication built, IResourceBuilder<IResource> resource)
    {
        var service = built.Services.GetServices<IHostedService>().OfType<ResourceHealthCheckService>().Single();
        await service.StartAsync(Apps.Soon);
        await built.ResourceNotifications.PublishUpdateAsync(resource.Resource, s => s with { State = KnownResourceStates.Running });
        return service;
    }

    private Task Count(ExecutableResource resource, ResourceReadyEvent @event, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref ready);
        return Task.CompletedTask;
    }
}
