using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class DependencyTests : IAsyncLifetime
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();
    private IResourceBuilder<ExecutableResource> api = null!;
    private IResourceBuilder<ExecutableResource> db = null!;
    private DistributedApplication built = null!;

    public Task InitializeAsync()
    {
        api = app.AddExecutable("api", "api", ".");
        db = app.AddExecutable("db", "db", ".");
        built = app.Build();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await built.DisposeAsync();

    [Fact]
    public async Task WaitFor_Ends_when_the_dependency_is_ready()
    {
        var wait = Wait(api.WaitFor(db));
        await BecomeAsync(s => s with { State = KnownResourceStates.Running });
        wait.IsCompleted.ShouldBeFalse();
        await BecomeAsync(s => s with { ResourceReadyEvent = new(Task.CompletedTask) });

        await wait;
        State(api).ShouldBe(KnownResourceStates.Waiting);
    }

    [Fact]
    public async Task WaitForStart_Needs_no_health()
    {
        var wait = Wait(api.WaitForStart(db.WithHealthCheck("never")));
        await BecomeAsync(s => s with { State = KnownResourceStates.Running });

        await wait;
    }

    [Fact]
    public async Task WaitForCompletion_Ends_with_the_expected_exit_code()
    {
        var wait = Wait(api.WaitForCompletion(db, exitCode: 3));
        await BecomeAsync(s => s with { State = KnownResourceStates.Finished, ExitCode = 3 });

        await wait;
    }

    [Fact]
    public async Task WaitForCompletion_with_another_exit_code_Fails()
    {
        var wait = Wait(api.WaitForCompletion(db));
        await BecomeAsync(s => s with { State = KnownResourceStates.Finished, ExitCode = 7 });

        (await Should.ThrowAsync<DistributedApplicationException>(wait)).Message.ShouldBe(
            "Resource 'api' stopped waiting for dependency resource 'db' because it entered the 'Finished' state with exit code '7', expected '0'.");
    }

    [Fact]
    public async Task WaitFor_of_what_ended_Fails_or_goes_on_as_told()
    {
        var stops = Wait(api.WaitFor(db, WaitBehavior.StopOnResourceUnavailable));
        var patient = app.AddExecutable("patient", "patient", ".").WaitFor(db, WaitBehavior.WaitOnResourceUnavailable);
        var goesOn = Wait(patient);
        await BecomeAsync(s => s with { State = KnownResourceStates.Exited });

        (await Should.ThrowAsync<DistributedApplicationException>(stops)).Message.ShouldEndWith("because it entered the 'Exited' state prematurely.");
        goesOn.IsCompleted.ShouldBeFalse();
        await BecomeAsync(s => s with { State = KnownResourceStates.Running, ResourceReadyEvent = new(Task.CompletedTask) });
        await goesOn;
    }

    [Fact]
    public void WaitFor_a_child_Waits_for_its_parent_too()
    {
        var fresh = Apps.Run();
        var notes = fresh.AddExecutable("notes", "notes", ".").WaitFor(fresh.AddPostgres("postgres").AddDatabase("notes-db"));

        notes.Resource.Annotations.OfType<WaitAnnotation>().Select(w => w.Resource.Name).ShouldBe(["postgres", "notes-db"]);
        notes.Resource.Annotations.OfType<ResourceRelationshipAnnotation>().ShouldHaveSingleItem().Resource.Name.ShouldBe("notes-db");
    }

    [Fact]
    public void Waiting_for_oneself_Is_refused() =>
        Should.Throw<DistributedApplicationException>(() => api.WaitFor(api)).Message.ShouldBe("The 'api' resource cannot wait for itself.");

    private Task Wait(IResourceBuilder<IResource> waiter) => built.ResourceNotifications.WaitForDependenciesAsync(waiter.Resource, Apps.Soon);

    private Task BecomeAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => built.ResourceNotifications.PublishUpdateAsync(db.Resource, change);

    private string? State(IResourceBuilder<IResource> resource) =>
        built.ResourceNotifications.TryGetCurrentState(resource.Resource.Name, out var state) ? state.Snapshot.State?.Text : null;
}
