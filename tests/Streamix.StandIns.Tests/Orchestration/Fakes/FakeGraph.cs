using Aspire.Hosting;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Streamix.StandIns.Tests.Orchestration.Fakes;

/// <summary>An application on a control plane of paper; the instances of resource x are called x-t, x-t-1 …</summary>
internal static class FakeGraph
{
    public static IDistributedApplicationTestingBuilder On(FakeControlPlane controlPlane, bool randomPorts = false)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.Configuration["DcpPublisher:ResourceNameSuffix"] = "t";
        builder.Configuration["DcpPublisher:RandomizePorts"] = randomPorts ? "true" : "false";
        builder.Services.AddSingleton<IControlPlane>(controlPlane);
        return builder;
    }

    public static CancellationToken Deadline(int seconds = 20) => new CancellationTokenSource(TimeSpan.FromSeconds(seconds)).Token;

    /// <summary>Starts without waiting for resources that wait for others.</summary>
    public static Task BeginAsync(this DistributedApplication app) => Task.Run(() => app.StartAsync(Deadline()));
}
