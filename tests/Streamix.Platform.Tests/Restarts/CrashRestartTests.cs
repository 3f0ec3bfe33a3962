using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Streamix.Platform.Tests.BadInput;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Restarts;

/// <summary>By the real orchestrator: replicas that are killed.</summary>
[Collection(nameof(Graph))]
public sealed class CrashRestartTests(Graph graph)
{
    private const string Service = "sample-notes";

    [Fact]
    public async Task Replicas_KilledAtTheSameMoment_AllComeBack()
    {
        var before = (await graph.ProcessesAsync(Service)).Select(process => process.Id).ToArray();

        foreach (var id in before) Kill(id);

        await NoneOfAsync(before);
    }

    [Fact]
    public async Task Replica_KilledWhileAnotherIsBeingRestarted_ComesBackToo()
    {
        var before = (await graph.ProcessesAsync(Service)).Select(process => process.Id).ToArray();

        Kill(before[0]);
        await graph.Application.ResourceNotifications.WaitForResourceAsync(Service, change => change.Snapshot.State?.Text == KnownResourceStates.Waiting)
            .WaitAsync(TimeSpan.FromSeconds(30));
        Kill(before[1]);

        await NoneOfAsync(before);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private Task NoneOfAsync(int[] killed) => Until.TrueAsync(
        async () => !(await graph.ProcessesAsync(Service)).Select(process => process.Id).Intersect(killed).Any()
            && (await Standing.OfAsync(graph)).Processes.Split(", ").All(process => process.EndsWith(" healthy", StringComparison.Ordinal)),
        "every replica runs as a new process and is healthy", TimeSpan.FromSeconds(90));
}
