using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Dcp;

[Collection("control planes")]
public sealed class DcpStartupTests
{
    [Fact]
    public async Task Start_PathUnknown_SaysHowToSetIt() => (await RefusalAsync(null)).ShouldContain("DcpPublisher:CliPath");

    [Fact]
    public async Task Start_NothingThere_NamesThePath() => (await RefusalAsync("/nowhere/dcp")).ShouldBe("There is no DCP at '/nowhere/dcp' (DcpPublisher:CliPath).");

    [Fact]
    public async Task Start_NotExecutable_SaysSo() => (await RefusalAsync(Script("exit 0", executable: false))).ShouldContain("cannot be started");

    [Fact]
    public async Task Start_EndsWithAnError_ShowsWhatItWrote()
    {
        var refusal = await RefusalAsync(Script("echo 'disk full' >&2; exit 3"));
        refusal.ShouldContain("ended with code 3");
        refusal.ShouldContain("disk full");
    }

    [Fact]
    public async Task Start_NeverAnswers_GivesUpAndShowsWhatItWrote()
    {
        var refusal = await RefusalAsync(Script("echo thinking; exit 0"), TimeSpan.FromSeconds(3));
        refusal.ShouldContain("did not come up within");
        refusal.ShouldContain("thinking");
    }

    [Fact]
    public async Task Start_Environment_DoesNotCarryTheAppHostsOwnVariables()
    {
        Environment.SetEnvironmentVariable("DOTNET_LAUNCH_PROFILE", "mine");
        try
        {
            (await RefusalAsync(Script("echo profile=$DOTNET_LAUNCH_PROFILE mode=$(stat -c %a $DCP_SESSION_FOLDER); exit 1"))).ShouldContain("profile= mode=700");
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_LAUNCH_PROFILE", null);
        }
    }

    private static async Task<string> RefusalAsync(string? path, TimeSpan? timeout = null)
    {
        var options = Options.Create(new DcpOptions { CliPath = path, StartupTimeout = timeout ?? TimeSpan.FromSeconds(20) });
        await using var plane = new DcpControlPlane(options, NullLogger<DcpControlPlane>.Instance, TimeProvider.System);
        return (await Should.ThrowAsync<ControlPlaneException>(() => plane.StartAsync(CancellationToken.None))).Message;
    }

    private static string Script(string body, bool executable = true)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("fake-dcp-").FullName, "dcp");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (executable && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
