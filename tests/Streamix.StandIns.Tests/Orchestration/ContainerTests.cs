using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class ContainerTests
{
    private readonly FakeControlPlane _plane = new();

    [Fact]
    public async Task Start_Container_IsWrittenAsTheModelSays()
    {
        var spec = await SpecAsync(b => b.AddContainer("cache", "redis", "7")
            .WithEnvironment("MODE", "fast").WithArgs("--save", "60").WithEntrypoint("redis-server")
            .WithVolume("data", "/data").WithBindMount("/etc/hosts", "/seed", isReadOnly: true)
            .WithEndpoint(targetPort: 6379, scheme: "tcp"));
        spec.Image.ShouldBe("redis:7");
        spec.Command.ShouldBe("redis-server");
        spec.Args.ShouldBe(["--save", "60"]);
        spec.Env!.ShouldContain(new EnvVar("MODE", "fast"));
        spec.VolumeMounts.ShouldBe([new("volume", "data", "/data", false), new("bind", "/etc/hosts", "/seed", true)]);
        spec.Ports.ShouldBe([new(6379) { HostAddress = "127.0.0.1" }]);
        spec.Networks!.ShouldHaveSingleItem().Aliases.ShouldBe(["cache"]);
        spec.Persistent.ShouldBeNull();
    }

    [Fact]
    public async Task Start_Container_SaysWhichPortServesWhichService()
    {
        await SpecAsync(b => b.AddContainer("cache", "redis").WithEndpoint(targetPort: 6379, scheme: "tcp"));
        _plane.Get(Kinds.Container, "cache-t").Metadata.Annotations![Annotations.ServiceProducer].ShouldBe("""[{"serviceName":"cache-tcp","port":6379}]""");
        _plane.Calls.ShouldContain("create aspire-container-network");
    }

    [Fact]
    public async Task Start_ContainerWithoutProxy_PublishesItsPort() =>
        (await SpecAsync(b => b.AddContainer("cache", "redis").WithEndpoint(port: 16379, targetPort: 6379, scheme: "tcp", isProxied: false)))
            .Ports.ShouldBe([new(6379) { HostPort = 16379 }]);

    [Fact]
    public async Task Start_PersistentContainer_KeepsItsNameBetweenRuns()
    {
        string? first = null;
        for (var run = 0; run < 2; run++)
        {
            var plane = new FakeControlPlane();
            var builder = FakeGraph.On(plane);
            builder.AddContainer("cache", "redis").WithLifetime(ContainerLifetime.Persistent);
            await using var app = await builder.BuildAsync();
            await app.StartAsync(FakeGraph.Deadline());
            var name = plane.Calls.First(c => c.StartsWith("create cache-", StringComparison.Ordinal))["create ".Length..];
            plane.Get(Kinds.Container, name).Spec.Persistent.ShouldBe(true);
            (first ??= name).ShouldBe(name);
        }
    }

    [Fact]
    public async Task Start_EndpointWithoutTargetPort_IsRefused()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddContainer("cache", "redis").WithEndpoint(scheme: "tcp");
        await using var app = await builder.BuildAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(FakeGraph.Deadline()))).Message.ShouldContain("targetPort");
    }

    private async Task<ContainerSpec> SpecAsync(Action<IDistributedApplicationBuilder> add)
    {
        var builder = FakeGraph.On(_plane);
        add(builder);
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        return _plane.Get(Kinds.Container, "cache-t").Spec;
    }
}
