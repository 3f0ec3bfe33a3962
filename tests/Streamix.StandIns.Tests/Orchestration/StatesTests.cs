using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class StatesTests
{
    private readonly FakeControlPlane _plane = new();

    [Theory]
    [InlineData("Running", null, "Running")]
    [InlineData("Stopping", null, "Stopping")]
    [InlineData("Finished", 7, "Finished")]
    [InlineData("Terminated", -1, "Exited")]
    [InlineData("FailedToStart", null, "FailedToStart")]
    [InlineData("Unknown", null, "Unknown")]
    public async Task Report_StateOfTheProcess_BecomesThatOfTheResource(string reported, int? exitCode, string expected)
    {
        await using var app = await StartedAsync(b => b.AddExecutable("job", "job", "/"));
        _plane.Report("job-t", reported, exitCode);
        var reached = await app.ResourceNotifications.WaitForResourceAsync("job", e => e.Snapshot.State?.Text == expected, FakeGraph.Deadline());
        reached.ResourceId.ShouldBe("job-t");
        reached.Snapshot.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task Report_Endpoint_IsActiveOnlyWhileRunning()
    {
        await using var app = await StartedAsync(b => b.AddExecutable("api", "api", "/").WithHttpEndpoint().WithUrl("https://docs.example", "docs"));
        await app.ResourceNotifications.WaitForResourceAsync("api", e => Url(e, "http") is { IsInactive: false }, FakeGraph.Deadline());
        _plane.Report("api-t", "Finished", 0);
        var stopped = await app.ResourceNotifications.WaitForResourceAsync("api", e => Url(e, "http") is { IsInactive: true }, FakeGraph.Deadline());
        Url(stopped, null)!.IsInactive.ShouldBeFalse();
    }

    [Fact]
    public async Task Report_NewsOfAnEarlierStart_AreIgnored()
    {
        await using var app = await StartedAsync(b => b.AddExecutable("api", "api", "/"));
        await app.ResourceNotifications.WaitForResourceAsync("api", "Running", FakeGraph.Deadline());
        var earlier = _plane.Get(Kinds.Executable, "api-t");
        await app.ResourceCommands.ExecuteCommandAsync("api", KnownResourceCommands.RestartCommand);
        var codes = new List<int?>();
        await using var changes = app.ResourceNotifications.WatchAsync(FakeGraph.Deadline()).GetAsyncEnumerator();
        await changes.MoveNextAsync();
        _plane.Repeat(earlier with { Status = new() { State = "Finished", ExitCode = 1 } });
        _plane.Report("api-t", "Finished", 2);
        while (!codes.Contains(2) && await changes.MoveNextAsync())
            codes.Add(changes.Current.Snapshot.ExitCode);
        codes.ShouldNotContain(1);
    }

    [Fact]
    public async Task Restart_Running_StopsDeletesAndCreatesUnderTheSameName()
    {
        await using var app = await StartedAsync(b => b.AddExecutable("api", "api", "/"));
        (await app.ResourceCommands.ExecuteCommandAsync("api", KnownResourceCommands.RestartCommand)).Success.ShouldBeTrue();
        _plane.Calls.ShouldBe(["create api-t", "stop api-t", "delete api-t", "create api-t"]);
    }

    [Fact]
    public async Task Restart_OneReplica_LeavesTheOtherRunning()
    {
        await using var app = await StartedAsync(b =>
        {
            var db = b.AddExecutable("db", "db", "/");
            b.AddExecutable("api", "api", "/").WithAnnotation(new ReplicaAnnotation(2)).WaitFor(db);
        });
        await app.ResourceCommands.ExecuteCommandAsync("api-t-1", KnownResourceCommands.RestartCommand);
        foreach (var replica in new[] { "api-t", "api-t-1" })
            await Until.TrueAsync(() => app.ResourceNotifications.TryGetCurrentState(replica, out var s) && s.Snapshot.State?.Text == "Running", $"{replica} runs");
        _plane.Calls.ShouldNotContain("stop api-t");
    }

    [Theory]
    [InlineData("Running", ResourceCommandState.Hidden, ResourceCommandState.Enabled, ResourceCommandState.Enabled)]
    [InlineData("Stopping", ResourceCommandState.Hidden, ResourceCommandState.Disabled, ResourceCommandState.Disabled)]
    [InlineData("Finished", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("Starting", ResourceCommandState.Disabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    public async Task Report_State_DecidesOnCommands(string state, ResourceCommandState start, ResourceCommandState stop, ResourceCommandState restart)
    {
        await using var app = await StartedAsync(b => b.AddExecutable("api", "api", "/"));
        _plane.Report("api-t", state);
        var reached = await app.ResourceNotifications.WaitForResourceAsync("api", e => e.Snapshot.State?.Text == state && e.Snapshot.Properties.Any(p => p.Name == "executable.pid"), FakeGraph.Deadline());
        ResourceCommandState Of(string name) => reached.Snapshot.Commands.First(c => c.Name == name).State;
        (Of("start"), Of("stop"), Of("restart")).ShouldBe((start, stop, restart));
    }

    [Fact]
    public async Task Report_End_IsToldOnce()
    {
        var told = 0;
        await using var app = await StartedAsync(b =>
        {
            var job = b.AddExecutable("job", "job", "/");
            b.Eventing.Subscribe<ResourceStoppedEvent>(job.Resource, (_, _) => Task.FromResult(Interlocked.Increment(ref told)));
        });
        _plane.Report("job-t", "Finished", 0);
        _plane.Report("job-t", "Finished", 0);
        _plane.Report("job-t", "Running");
        await Until.TrueAsync(() => app.ResourceNotifications.TryGetCurrentState("job", out var s) && s.Snapshot.State?.Text == "Running" && told > 0, "the job runs again");
        told.ShouldBe(1);
    }

    [Fact]
    public async Task Report_HandlerThrows_OthersStillHearOfTheirStates()
    {
        await using var app = await StartedAsync(b =>
        {
            var job = b.AddExecutable("job", "job", "/");
            b.AddExecutable("other", "other", "/");
            b.Eventing.Subscribe<ResourceStoppedEvent>(job.Resource, (_, _) => throw new InvalidOperationException("handler"));
        });
        _plane.Report("job-t", "Finished", 0);
        _plane.Report("other-t", "Finished", 5);
        (await app.ResourceNotifications.WaitForResourceAsync("other", e => e.Snapshot.ExitCode == 5, FakeGraph.Deadline())).Snapshot.State!.Text.ShouldBe("Finished");
    }

    [Fact]
    public async Task Report_Child_SharesTheStateOfItsParent()
    {
        await using var app = await StartedAsync(b => b.AddResource(new Database("shop", b.AddExecutable("server", "server", "/").Resource)));
        await app.ResourceNotifications.WaitForResourceAsync("shop", "Running", FakeGraph.Deadline());
        _plane.Report("server-t", "Finished", 0);
        await app.ResourceNotifications.WaitForResourceAsync("shop", "Finished", FakeGraph.Deadline());
    }

    [Fact]
    public async Task Start_ConnectionString_IsASensitiveProperty()
    {
        await using var app = await StartedAsync(b => b.AddConnectionString("db", ReferenceExpression.Create($"Host=x;Password=y")));
        var reached = await app.ResourceNotifications.WaitForResourceAsync("db", e => e.Snapshot.Properties.Any(p => p.Name == "resource.connectionString"), FakeGraph.Deadline());
        reached.Snapshot.Properties.First(p => p.Name == "resource.connectionString").ShouldSatisfyAllConditions(p => p.IsSensitive.ShouldBeTrue(), p => p.Value.ShouldBe("Host=x;Password=y"));
    }

    [Fact]
    public async Task Report_Output_IsTheLogOfTheResource()
    {
        _plane.Logs[$"job-t/{LogStream.StdOut}"] = ["one"];
        _plane.Logs[$"job-t/{LogStream.StdErr}"] = ["two"];
        await using var app = await StartedAsync(b => b.AddExecutable("job", "job", "/"));
        var log = app.Services.GetRequiredService<ResourceLoggerService>();
        var seen = new List<LogLine>();
        await foreach (var batch in log.WatchAsync("job-t").WithCancellation(FakeGraph.Deadline()))
        {
            seen.AddRange(batch);
            if (seen.Count >= 2)
                break;
        }
        seen.Select(l => (l.Content, l.IsErrorMessage)).ShouldBe([("one", false), ("two", true)], ignoreOrder: true);
    }

    [Fact]
    public async Task Stop_Application_ShutsTheControlPlaneDown()
    {
        var app = await StartedAsync(b => b.AddExecutable("job", "job", "/"));
        await app.StopAsync(FakeGraph.Deadline());
        await app.DisposeAsync();
        _plane.Calls.Count(c => c == "shut down").ShouldBe(1);
    }

    private async Task<DistributedApplication> StartedAsync(Action<IDistributedApplicationBuilder> add)
    {
        var builder = FakeGraph.On(_plane);
        add(builder);
        var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        return app;
    }

    private static UrlSnapshot? Url(ResourceEvent e, string? name) => e.Snapshot.Urls.FirstOrDefault(u => u.Name == name);

    private sealed class Database(string name, ExecutableResource parent) : Resource(name), IResourceWithParent<ExecutableResource>
    {
        public ExecutableResource Parent => parent;
    }
}
