using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Streamix.Sample.Graph;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Real;

[Collection("control planes")]
public sealed class GraphTests
{
    [DcpFact]
    public async Task Start_SampleGraph_ServesFromEveryReplica()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>([$"--DcpPublisher:CliPath={Bundle.Dcp}"], RealGraph.Deadline());
        await using var app = await builder.BuildAsync(RealGraph.Deadline());
        await app.StartAsync(RealGraph.Deadline());
        var healthy = await app.ResourceNotifications.WaitForResourceHealthyAsync("echo", RealGraph.Deadline());
        healthy.Snapshot.HealthReports.ShouldHaveSingleItem().Status.ShouldBe(HealthStatus.Healthy);
        var answers = new HashSet<string>();
        await Until.TrueAsync(async () =>
        {
            using var client = app.CreateHttpClient("echo");
            client.DefaultRequestHeaders.ConnectionClose = true;
            answers.Add(await client.GetStringAsync("/"));
            return answers.Count == 2;
        }, "both replicas have answered");
        answers.ShouldAllBe(a => a.StartsWith("hello {{name}}|", StringComparison.Ordinal) && a.EndsWith("Streamix.Sample.Graph|Development", StringComparison.Ordinal));
    }

    [DcpFact]
    public async Task Kill_AppHost_LeavesNoProcess()
    {
        var host = Path.ChangeExtension(typeof(SampleGraph).Assembly.Location, null);
        var start = new ProcessStartInfo(host) { WorkingDirectory = Path.GetDirectoryName(host), RedirectStandardOutput = true };
        start.Environment["DcpPublisher__CliPath"] = Bundle.Dcp;
        start.Environment["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true";
        start.Environment["DcpPublisher__DashboardPath"] = Path.Combine(Path.GetDirectoryName(Bundle.Dcp)!, "..", "managed", "aspire-managed");
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using var appHost = Process.Start(start)!;
        var served = Array.Empty<int>();
        try
        {
            await Until.TrueAsync(() => (served = Descendants(ControlPlaneOf(appHost), "Streamix.Sample.Graph\0serve\0")).Length == 2, "both replicas run", TimeSpan.FromSeconds(40));
        }
        finally
        {
            appHost.Kill();
        }
        await Until.TrueAsync(
            () => ControlPlaneOf(appHost).Length == 0 && !Array.Exists(served, pid => Directory.Exists($"/proc/{pid}")), "everything has ended", TimeSpan.FromSeconds(40));
    }

    private static int[] ControlPlaneOf(Process appHost) => RealGraph.Processes($"--monitor\0{appHost.Id}\0");

    private static int[] Descendants(int[] ancestors, string marker) => [.. RealGraph.Processes(marker).Where(pid => ParentChain(pid).Intersect(ancestors).Any())];

    private static IEnumerable<int> ParentChain(int pid)
    {
        for (var current = pid; current > 1; current = Parent(current))
            yield return current;
    }

    private static int Parent(int pid)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
