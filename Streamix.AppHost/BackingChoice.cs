using System.Diagnostics;

namespace Streamix.AppHost;

/// <summary>Containers where a container runtime answers, else plain processes; publishing always has the cloud's shape, containers.</summary>
internal static class BackingChoice
{
    public static BackingKind From(string? forced, DistributedApplicationExecutionContext context) => forced switch
    {
        _ when context.IsPublishMode => BackingKind.Containers,
        "containers" => BackingKind.Containers,
        "processes" => BackingKind.Processes,
        null or "" or "auto" => RuntimeAnswers("docker") || RuntimeAnswers("podman") ? BackingKind.Containers : BackingKind.Processes,
        _ => throw new DistributedApplicationException($"--backing takes containers, processes or auto, not '{forced}'."),
    };

    private static bool RuntimeAnswers(string runtime)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(runtime, ["info", "--format", "{{.ID}}"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
