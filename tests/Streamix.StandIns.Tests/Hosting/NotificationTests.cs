using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class NotificationTests : IAsyncLifetime
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();
    private IResourceBuilder<ExecutableResource> api = null!;
    private DistributedApplication built = null!;

    private ResourceNotificationService States => built.ResourceNotifications;

    public Task InitializeAsync()
    {
        api = app.AddExecutable("api", "api", ".");
        built = app.Build();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await built.DisposeAsync();

    [Fact]
    public async Task Wait_Ends_with_the_state()
    {
        var wait = States.WaitForResourceAsync("API", [KnownResourceStates.Running, KnownResourceStates.Finished], Apps.Soon);
        await BecomeAsync(KnownResourceStates.Starting);
        wait.IsCompleted.ShouldBeFalse();
        await BecomeAsync(KnownResourceStates.Running);

        (await wait).ShouldBe(KnownResourceStates.Running);
    }

    [Fact]
    public async Task Watcher_Sees_the_present_then_each_change_once()
    {
        await BecomeAsync(KnownResourceStates.Starting);
        var states = new List<string?>();
        await foreach (var change in States.WatchAsync(Apps.Soon))
        {
            states.Add(change.Snapshot.State?.Text);
            if (states.Count == 1)
                await BecomeAsync(KnownResourceStates.Running);
            else
                break;
        }

        states.ShouldBe([KnownResourceStates.Starting, KnownResourceStates.Running]);
    }

    [Fact]
    public async Task Snapshot_Begins_with_relations_and_health_checks()
    {
        api.WithHealthCheck("check").WithReferenceRelationship(app.AddContainer("db", "image"));
        await BecomeAsync(KnownResourceStates.Running);

        States.TryGetCurrentState("api", out var state).ShouldBeTrue();
        state.Snapshot.ResourceType.ShouldBe("Executable");
        state.Snapshot.Relationships.ShouldBe([new("db", "Reference")]);
        state.Snapshot.HealthReports.ShouldHaveSingleItem().Status.ShouldBeNull();
        state.Snapshot.HealthStatus.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Replicas_Have_a_state_each()
    {
        api.Resource.Annotations.Add(new DcpInstancesAnnotation([new("api-1", "1", 0), new("api-2", "2", 1)]));
        await BecomeAsync(KnownResourceStates.Running);
        await States.PublishUpdateAsync(api.Resource, "api-2", s => s with { State = KnownResourceStates.Finished });

        States.TryGetCurrentState("api-1", out var one).ShouldBeTrue();
        one.Snapshot.State!.Text.ShouldBe(KnownResourceStates.Running);
        States.TryGetCurrentState("api", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Healthy_means_that_ready_handlers_have_run()
    {
        var handlers = new TaskCompletionSource();
        await BecomeAsync(KnownResourceStates.Running);
        var wait = States.WaitForResourceHealthyAsync("api", Apps.Soon);
        await States.PublishUpdateAsync(api.Resource, s => s with { ResourceReadyEvent = new(handlers.Task) });
        wait.IsCompleted.ShouldBeFalse();

        handlers.SetResult();

        (await wait).ResourceId.ShouldBe("api");
    }

    [Fact]
    public async Task Waiting_for_health_of_what_ended_Fails_without_dashboard()
    {
        var wait = States.WaitForResourceHealthyAsync("api", Apps.Soon);
        await BecomeAsync(KnownResourceStates.FailedToStart);

        (await Should.ThrowAsync<DistributedApplicationException>(wait)).Message.ShouldBe("Stopped waiting for resource 'api' to become healthy because it failed to start.");
    }

    [Fact]
    public async Task Waiting_for_an_unknown_resource_Fails_at_once() =>
        (await Should.ThrowAsync<DistributedApplicationException>(States.WaitForResourceHealthyAsync("nobody", Apps.Soon))).Message.ShouldContain("does not exist");

    private Task BecomeAsync(string state) => States.PublishUpdateAsync(api.Resource, s => s with { State = state });
}
