using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class StartTests
{
    private readonly FakeControlPlane _plane = new() { RunsAtOnce = false };

    [Fact]
    public async Task Start_ExplicitStart_WaitsForTheCommand()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("tool", "tool", "/").WithExplicitStart();
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        State(app, "tool").ShouldBe(KnownResourceStates.NotStarted);
        _plane.Has("tool-t").ShouldBeFalse();
        (await app.ResourceCommands.ExecuteCommandAsync("tool", KnownResourceCommands.StartCommand)).Success.ShouldBeTrue();
        _plane.Has("tool-t").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WaitFor_HoldsUntilHealthy()
    {
        var healthy = false;
        var builder = FakeGraph.On(_plane);
        builder.Services.AddHealthChecks().AddCheck("db-check", () => healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not yet"));
        var db = builder.AddExecutable("db", "db", "/").WithHealthCheck("db-check");
        builder.AddExecutable("api", "api", "/").WaitFor(db);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await BecomesAsync(app, "api", KnownResourceStates.Waiting);
        await Until.TrueAsync(() => _plane.Has("db-t"), "db is created");
        _plane.Report("db-t", "Running");
        await app.ResourceNotifications.WaitForResourceAsync("db", e => e.Snapshot.HealthReports.Any(r => r.Status == HealthStatus.Unhealthy), FakeGraph.Deadline());
        _plane.Has("api-t").ShouldBeFalse();
        healthy = true;
        await starting;
        _plane.Has("api-t").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WaitForStart_DoesNotAskForHealth()
    {
        var builder = FakeGraph.On(_plane);
        builder.Services.AddHealthChecks().AddCheck("db-check", () => HealthCheckResult.Unhealthy());
        var db = builder.AddExecutable("db", "db", "/").WithHealthCheck("db-check");
        builder.AddExecutable("api", "api", "/").WaitForStart(db);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await Until.TrueAsync(() => _plane.Has("db-t"), "db is created");
        _plane.Report("db-t", "Running");
        await starting;
        _plane.Has("api-t").ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(3, 3, true)]
    public async Task Start_WaitForCompletion_AsksForTheExitCode(int exitCode, int expected, bool starts)
    {
        var builder = FakeGraph.On(_plane);
        var job = builder.AddExecutable("job", "job", "/");
        builder.AddExecutable("api", "api", "/").WaitForCompletion(job, expected);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await Until.TrueAsync(() => _plane.Has("job-t"), "job is created");
        _plane.Report("job-t", "Finished", exitCode);
        await starting;
        _plane.Has("api-t").ShouldBe(starts);
        if (!starts)
            State(app, "api").ShouldBe(KnownResourceStates.FailedToStart);
    }

    [Fact]
    public async Task Start_DependencyFails_StopsTheWaitWhereThatIsTheBehaviour()
    {
        var builder = FakeGraph.On(_plane);
        var db = builder.AddExecutable("db", "db", "/");
        builder.AddExecutable("api", "api", "/").WaitFor(db, WaitBehavior.StopOnResourceUnavailable);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await Until.TrueAsync(() => _plane.Has("db-t"), "db is created");
        _plane.Report("db-t", "FailedToStart");
        await starting;
        State(app, "api").ShouldBe(KnownResourceStates.FailedToStart);
    }

    [Fact]
    public async Task Start_DependencyFails_GoesOnWaitingWhereThatIsTheBehaviour()
    {
        var builder = FakeGraph.On(_plane);
        var db = builder.AddExecutable("db", "db", "/");
        builder.AddExecutable("api", "api", "/").WaitFor(db, WaitBehavior.WaitOnResourceUnavailable);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await Until.TrueAsync(() => _plane.Has("db-t"), "db is created");
        _plane.Report("db-t", "Finished", 1);
        await BecomesAsync(app, "db", KnownResourceStates.Finished);
        _plane.Report("db-t", "Running");
        await starting;
        _plane.Has("api-t").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_CommandWhileWaiting_EndsTheWait()
    {
        var builder = FakeGraph.On(_plane);
        var db = builder.AddExecutable("db", "db", "/");
        builder.AddExecutable("api", "api", "/").WaitFor(db);
        await using var app = await builder.BuildAsync();
        var starting = app.BeginAsync();
        await BecomesAsync(app, "api", KnownResourceStates.Waiting);
        await app.ResourceCommands.ExecuteCommandAsync("api", KnownResourceCommands.StartCommand);
        await starting;
        _plane.Has("api-t").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_VariableWithoutValue_FailsThatResourceAlone()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("bad", "bad", "/").WithEnvironment(_ => throw new DistributedApplicationException("no value for X"));
        builder.AddExecutable("good", "good", "/");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        State(app, "bad").ShouldBe(KnownResourceStates.FailedToStart);
        (await LinesAsync(app, "bad-t")).ShouldContain(l => l.Contains("no value for X", StringComparison.Ordinal));
        _plane.Has("good-t").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_Project_GetsTheEnvironmentOfTheAppHost()
    {
        var project = BuiltProject.Create("Shop.Api", withHost: true);
        var builder = FakeGraph.On(_plane);
        builder.AddProject("api", project.Path);
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        var spec = _plane.Get(Kinds.Executable, "api-t").Spec;
        spec.ExecutablePath.ShouldEndWith("Shop.Api");
        spec.WorkingDirectory.ShouldBe(project.Folder);
        spec.Env!.ShouldContain(new EnvVar("DOTNET_ENVIRONMENT", "Development"));
    }

    [Fact]
    public async Task Start_Args_ReachTheProcessInOrderAndLiterally()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("tool", "tool", "/", "a b", "{{x}}").WithArgs("--last");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        _plane.Get(Kinds.Executable, "tool-t").Spec.Args.ShouldBe(["a b", "{{\"{{\"}}x}}", "--last"]);
    }

    private static string? State(DistributedApplication app, string name) =>
        app.ResourceNotifications.TryGetCurrentState(name, out var state) ? state.Snapshot.State?.Text : null;

    private static Task BecomesAsync(DistributedApplication app, string name, string state) => app.ResourceNotifications.WaitForResourceAsync(name, state, FakeGraph.Deadline());

    private static async Task<IReadOnlyList<string>> LinesAsync(DistributedApplication app, string instance)
    {
        var lines = new List<string>();
        await foreach (var batch in app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(instance))
            lines.AddRange(batch.Select(l => l.Content));
        return lines;
    }
}
