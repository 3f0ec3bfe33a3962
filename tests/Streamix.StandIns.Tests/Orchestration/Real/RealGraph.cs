using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Streamix.StandIns.Tests.Orchestration.Real;

/// <summary>Applications on the real control plane.</summary>
internal static class RealGraph
{
    public static IDistributedApplicationTestingBuilder Create()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.Configuration["DcpPublisher:CliPath"] = Bundle.Dcp;
        return builder;
    }

    public static IResourceBuilder<ExecutableResource> AddShell(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "/bin/sh", "/", "-c", script);

    public static CancellationToken Deadline() => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    /// <summary>Waits for the end of a resource, and then for all it wrote.</summary>
    public static async Task<string[]> OutputAsync(this DistributedApplication app, string name, int lines)
    {
        await app.ResourceNotifications.WaitForResourceAsync(name, KnownResourceStates.TerminalStates, Deadline());
        app.ResourceNotifications.TryGetCurrentState(name, out var state);
        var seen = new List<string>();
        await foreach (var batch in app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(state!.ResourceId).WithCancellation(Deadline()))
        {
            seen.AddRange(batch.Select(l => l.Content[(l.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
            if (seen.Count >= lines)
                break;
        }
        return [.. seen];
    }

    public static int? Pid(ResourceEvent change) => change.Snapshot.Properties.FirstOrDefault(p => p.Name == "executable.pid")?.Value as int?;

    /// <summary>The processes with a text in their command line.</summary>
    public static int[] Processes(string marker) => [.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? pid : 0)
        .Where(pid => pid > 0 && CommandLine(pid).Contains(marker, StringComparison.Ordinal))];

    private static string CommandLine(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
