using System.Diagnostics;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests;

/// <summary>The AppHost as a process, as ./streamix up starts it: whatever ends it, nothing stays behind.</summary>
public sealed class AppHostProcessTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task AppHost_Ended_LeavesNoProcess(string signal)
    {
        await using var host = AppHostProcess.Start("--only", "infra");
        await host.WaitForLineAsync("all healthy in");
        host.Processes().Count.ShouldBeGreaterThan(4);

        host.Signal(signal);

        await Until.TrueAsync(() => host.Processes().Count == 0, "every process of the start is gone", TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task Down_AfterKillOfAppHostAndControlPlane_LeavesNoProcess()
    {
        await using var host = AppHostProcess.Start("--only", "infra");
        await host.WaitForLineAsync("all healthy in");
        host.Signal("KILL");
        foreach (var pid in host.Processes("dcp"))
            Process.GetProcessById(pid).Kill();

        await host.DownAsync();

        host.Processes().ShouldBeEmpty();
    }
}
