using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class EndpointAllocationTests
{
    private readonly FakeControlPlane _plane = new() { TakenPort = 18111 };

    [Fact]
    public async Task Start_ProxiedEndpoint_GetsTheAddressOfItsService()
    {
        var builder = FakeGraph.On(_plane);
        var api = builder.AddExecutable("api", "api", "/").WithHttpEndpoint(env: "PORT");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        var service = _plane.Get(Kinds.Service, "api-http");
        api.GetEndpoint("http").Url.ShouldBe($"http://localhost:{service.Status!.EffectivePort}");
        Variable("api-t", "PORT").ShouldBe("{{portForServing \"api-http\"}}");
        Producers("api-t").ShouldBe("""[{"serviceName":"api-http"}]""");
    }

    [Theory]
    [InlineData(false, 18112)]
    [InlineData(true, null)]
    public async Task Start_FixedPort_IsAskedForUnlessPortsAreRandom(bool random, int? asked)
    {
        var builder = FakeGraph.On(_plane, random);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint(port: 18112);
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        _plane.Get(Kinds.Service, "api-http").Spec.Port.ShouldBe(asked);
    }

    [Fact]
    public async Task Start_ProxylessEndpoint_IsReachedAtItsTargetPort()
    {
        var builder = FakeGraph.On(_plane, randomPorts: true);
        var fixedPort = builder.AddExecutable("a", "a", "/").WithEndpoint(targetPort: 18113, scheme: "tcp", isProxied: false);
        var anyPort = builder.AddExecutable("b", "b", "/").WithEndpoint(scheme: "tcp", isProxied: false, env: "PORT");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        _plane.Get(Kinds.Service, "a-tcp").Spec.AddressAllocationMode.ShouldBe(AddressModes.Proxyless);
        fixedPort.GetEndpoint("tcp").Port.ShouldBe(18113);
        Variable("b-t", "PORT").ShouldBe($"{anyPort.GetEndpoint("tcp").Port}");
        Producers("a-t").ShouldBe("""[{"serviceName":"a-tcp","port":18113,"address":"localhost"}]""");
    }

    [Fact]
    public async Task Start_EndpointOnEveryAddress_IsServedOnEveryAddressAndCalledLocalhost()
    {
        var builder = FakeGraph.On(_plane);
        var api = builder.AddExecutable("api", "api", "/").WithHttpEndpoint().WithEndpoint("http", e => e.TargetHost = "0.0.0.0");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        _plane.Get(Kinds.Service, "api-http").Spec.ShouldSatisfyAllConditions(s => s.Address.ShouldBe("0.0.0.0"), s => s.AddressAllocationMode.ShouldBeNull());
        api.GetEndpoint("http").Host.ShouldBe("localhost");
    }

    [Fact]
    public async Task Start_Replicas_ShareOneService()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint().WithAnnotation(new ReplicaAnnotation(2));
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        Producers("api-t").ShouldBe(Producers("api-t-1"));
        _plane.Calls.Count(c => c.StartsWith("create api-http", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Start_ReplicasWithoutProxy_AreRefused()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint(isProxied: false).WithAnnotation(new ReplicaAnnotation(2));
        await using var app = await builder.BuildAsync();
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(FakeGraph.Deadline()));
        refusal.Message.ShouldContain("proxy-less");
    }

    [Fact]
    public async Task Start_ProxyOnTheTargetPortItself_IsRefused()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint(port: 18114, targetPort: 18114, isProxied: true);
        await using var app = await builder.BuildAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(FakeGraph.Deadline()))).Message.ShouldContain("same value");
    }

    [Fact]
    public async Task Start_TakenPort_IsNamed()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint(port: 18111);
        await using var app = await builder.BuildAsync();
        var refusal = await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync(FakeGraph.Deadline()));
        refusal.Message.ShouldBe("Port 18111 of endpoint 'http' of 'api' is taken by another process.");
    }

    [Fact]
    public async Task Start_NamesThatWouldMeet_StayApart()
    {
        var builder = FakeGraph.On(_plane);
        var first = builder.AddExecutable("a", "a", "/").WithEndpoint(name: "b-c", scheme: "tcp");
        var second = builder.AddExecutable("a-b", "a", "/").WithEndpoint(name: "c", scheme: "tcp");
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        first.GetEndpoint("b-c").Port.ShouldNotBe(second.GetEndpoint("c").Port);
    }

    private string? Variable(string instance, string name) => _plane.Get(Kinds.Executable, instance).Spec.Env!.First(v => v.Name == name).Value;

    private string Producers(string instance) => _plane.Get(Kinds.Executable, instance).Metadata.Annotations![Annotations.ServiceProducer];
}
