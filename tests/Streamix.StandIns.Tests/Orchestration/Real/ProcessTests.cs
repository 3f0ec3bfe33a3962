using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Real;

[Collection("control planes")]
public sealed class ProcessTests
{
    [DcpFact]
    public async Task Start_Variables_ReachTheProcessAsTheyWereMeant()
    {
        var builder = RealGraph.Create();
        var token = builder.AddParameter("token", "it's {{.Secret}} & \"$HOME\"", secret: true);
        var api = builder.AddShell("api", "sleep 300").WithHttpEndpoint();
        builder.AddShell("probe", "echo \"$TOKEN\"; echo \"$API\"; echo \"$ASPNETCORE_URLS-\"; echo \"$1\"; exit 7")
            .WithArgs("probe", "{{ arg").WithEnvironment("TOKEN", token).WithEnvironment("API", api.GetEndpoint("http"));
        await using var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        (await app.OutputAsync("probe", 4)).ShouldBe(["it's {{.Secret}} & \"$HOME\"", app.GetEndpoint("api").ToString().TrimEnd('/'), "-", "{{ arg"]);
        app.ResourceNotifications.TryGetCurrentState("probe", out var end);
        end!.Snapshot.ExitCode.ShouldBe(7);
    }

    [DcpFact]
    public async Task Start_NothingToStart_FailsWithTheReasonInTheLog()
    {
        var builder = RealGraph.Create();
        builder.AddExecutable("ghost", "/nowhere/ghost", "/");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        (await app.OutputAsync("ghost", 2)).ShouldContain(l => l.Contains("no such file or directory", StringComparison.Ordinal));
        app.ResourceNotifications.TryGetCurrentState("ghost", out var end);
        end!.Snapshot.State!.Text.ShouldBe(KnownResourceStates.FailedToStart);
    }

    [DcpFact]
    public async Task Restart_Running_IsANewProcessWithTheOldName()
    {
        var builder = RealGraph.Create();
        builder.AddShell("daemon", "echo up; exec sleep 300");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        var before = await app.ResourceNotifications.WaitForResourceAsync("daemon", e => RunningPid(e) is not null, RealGraph.Deadline());
        (await app.ResourceCommands.ExecuteCommandAsync("daemon", KnownResourceCommands.RestartCommand, RealGraph.Deadline())).Success.ShouldBeTrue();
        var after = await app.ResourceNotifications.WaitForResourceAsync("daemon", e => RunningPid(e) is { } pid && pid != RunningPid(before), RealGraph.Deadline());
        after.ResourceId.ShouldBe(before.ResourceId);
        Directory.Exists($"/proc/{RunningPid(before)}").ShouldBeFalse();
    }

    [DcpFact]
    public async Task Crash_Process_EndsAndCanBeStartedAgain()
    {
        var builder = RealGraph.Create();
        builder.AddShell("daemon", "exec sleep 300");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        var before = await app.ResourceNotifications.WaitForResourceAsync("daemon", e => RunningPid(e) is not null, RealGraph.Deadline());
        System.Diagnostics.Process.GetProcessById(RunningPid(before)!.Value).Kill();
        await app.ResourceNotifications.WaitForResourceAsync("daemon", KnownResourceStates.TerminalStates, RealGraph.Deadline());
        await app.ResourceCommands.ExecuteCommandAsync("daemon", KnownResourceCommands.StartCommand, RealGraph.Deadline());
        await app.ResourceNotifications.WaitForResourceAsync("daemon", e => RunningPid(e) is { } pid && pid != RunningPid(before), RealGraph.Deadline());
    }

    [DcpFact]
    public async Task Stop_Application_LeavesNoProcess()
    {
        var marker = $"marker-{Guid.NewGuid():n}";
        var builder = RealGraph.Create();
        builder.AddShell("daemon", $"echo {marker}; exec sleep 300").WithArgs(marker);
        builder.AddShell("stubborn", $"trap '' TERM; while true; do sleep 0.2; done # {marker}");
        var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        await Until.TrueAsync(() => RealGraph.Processes(marker).Length > 0, "they run");
        await app.StopAsync(RealGraph.Deadline());
        await app.DisposeAsync();
        RealGraph.Processes(marker).ShouldBeEmpty();
    }

    [DcpFact]
    public async Task Start_PortOfAnother_IsNamed()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        var builder = RealGraph.Create();
        builder.Configuration["DcpPublisher:RandomizePorts"] = "false";
        builder.AddShell("api", "sleep 300").WithHttpEndpoint(port: port);
        await using var app = await builder.BuildAsync();
        (await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync(RealGraph.Deadline()))).Message.ShouldContain($"Port {port} ");
    }

    [DcpFact]
    public async Task Kill_ControlPlane_StopsTheApplication()
    {
        var marker = $"marker-{Guid.NewGuid():n}";
        var builder = RealGraph.Create();
        builder.AddShell("daemon", $"while true; do sleep 0.2; done # {marker}");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(RealGraph.Deadline());
        await app.ResourceNotifications.WaitForResourceAsync("daemon", "Running", RealGraph.Deadline());
        var stopping = app.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping;
        foreach (var pid in RealGraph.Processes($"--monitor\0{Environment.ProcessId}\0"))
            System.Diagnostics.Process.GetProcessById(pid).Kill();
        await Until.TrueAsync(() => stopping.IsCancellationRequested && RealGraph.Processes(marker).Length == 0, "everything has ended", TimeSpan.FromSeconds(40));
    }

    private static int? RunningPid(ResourceEvent change) => change.Snapshot.State?.Text == KnownResourceStates.Running ? RealGraph.Pid(change) : null;
}
