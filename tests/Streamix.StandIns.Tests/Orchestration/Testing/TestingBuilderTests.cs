using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Streamix.Sample.Graph;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Testing;

public sealed class TestingBuilderTests
{
    private readonly FakeControlPlane _plane = new() { RunsAtOnce = false };

    [Fact]
    public async Task CreateAsync_EntryPoint_HoldsTheBuilderOfTheAppHost()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(FakeGraph.Deadline());
        builder.Resources.Select(r => r.Name).ShouldBe(["greeting", "seed", "echo"]);
        builder.AppHostDirectory.ShouldEndWith("Streamix.Sample.Graph");
        builder.Environment.EnvironmentName.ShouldBe(Environments.Development);
    }

    [Fact]
    public async Task CreateAsync_Args_AndOptions_ReachTheAppHost()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(
            ["--x=from-args"], (options, settings) => settings.EnvironmentName = "Staging", FakeGraph.Deadline());
        builder.Configuration["x"].ShouldBe("from-args");
        builder.Environment.EnvironmentName.ShouldBe("Staging");
    }

    [Fact]
    public async Task BuildAsync_ChangedBuilder_IsTheApplicationThatStarts()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(FakeGraph.Deadline());
        builder.Configuration["DcpPublisher:ResourceNameSuffix"] = "t";
        builder.Services.AddSingleton<IControlPlane>(_plane);
        builder.AddExecutable("extra", "extra", "/");
        await using var app = await builder.BuildAsync(FakeGraph.Deadline());
        _plane.Calls.ShouldBeEmpty();
        var starting = app.StartAsync(FakeGraph.Deadline());
        await Until.TrueAsync(() => _plane.Has("extra-t") && _plane.Has("seed-t"), "both are created");
        _plane.Report("seed-t", "Finished", 0);
        await starting;
        app.GetEndpoint("echo").Port.ShouldBeGreaterThan(40000);
        await app.StopAsync(FakeGraph.Deadline());
        _plane.Calls.Last().ShouldBe("shut down");
    }

    [Fact]
    public async Task StartAsync_ControlPlaneMissing_FailsInTheTest()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(["--DcpPublisher:CliPath=/nowhere/dcp"], FakeGraph.Deadline());
        await using var app = await builder.BuildAsync(FakeGraph.Deadline());
        (await Should.ThrowAsync<ControlPlaneException>(() => app.StartAsync(FakeGraph.Deadline()))).Message.ShouldContain("/nowhere/dcp");
    }

    [Fact]
    public async Task CreateAsync_AssemblyWithoutAppHost_SaysWhatIsMissing()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => DistributedApplicationTestingBuilder.CreateAsync<IDistributedApplicationBuilder>(FakeGraph.Deadline()));
        refusal.Message.ShouldContain("no entry point");
    }

    [Fact]
    public async Task CreateAsync_SideBySide_DoNotMeet()
    {
        await using var first = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(["--who=1"], FakeGraph.Deadline());
        await using var second = await DistributedApplicationTestingBuilder.CreateAsync<SampleGraph>(["--who=2"], FakeGraph.Deadline());
        (first.Configuration["who"], second.Configuration["who"]).ShouldBe(("1", "2"));
        first.Configuration["DcpPublisher:ResourceNameSuffix"].ShouldNotBe(second.Configuration["DcpPublisher:ResourceNameSuffix"]);
    }

    [Fact]
    public void Create_Defaults_AreThoseOfTests()
    {
        using var builder = DistributedApplicationTestingBuilder.Create();
        using var app = builder.Build();
        var options = app.Services.GetRequiredService<DistributedApplicationOptions>();
        (options.DisableDashboard, options.EnableResourceLogging).ShouldBe((true, true));
        builder.Configuration["DcpPublisher:RandomizePorts"].ShouldBe("true");
        builder.Configuration["ASPNETCORE_URLS"].ShouldBe("http://localhost:8080");
    }

    [Fact]
    public async Task GetEndpoint_Unknown_SaysWhat()
    {
        var builder = FakeGraph.On(_plane);
        builder.AddExecutable("api", "api", "/").WithHttpEndpoint();
        await using var app = await builder.BuildAsync();
        await app.StartAsync(FakeGraph.Deadline());
        Should.Throw<ArgumentException>(() => app.GetEndpoint("web")).Message.ShouldContain("'web' not found");
        Should.Throw<ArgumentException>(() => app.GetEndpoint("api", "grpc")).Message.ShouldContain("'grpc'");
        app.CreateHttpClient("api").BaseAddress.ShouldBe(app.GetEndpoint("api", "http"));
    }

    [Fact]
    public async Task Factory_Hooks_AreCalledInOrder()
    {
        await using var factory = new RecordingFactory(_plane);
        var starting = factory.StartAsync(FakeGraph.Deadline());
        await Until.TrueAsync(() => _plane.Has("seed-t"), "seed is created");
        _plane.Report("seed-t", "Finished", 0);
        await starting;
        factory.Called.ShouldBe(["creating", "created", "building", "built"]);
        factory.GetEndpoint("echo").Scheme.ShouldBe("http");
    }

    private sealed class RecordingFactory(FakeControlPlane plane) : DistributedApplicationFactory(typeof(SampleGraph))
    {
        public List<string> Called { get; } = [];

        protected override void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions) => Called.Add("creating");

        protected override void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
        {
            Called.Add("created");
            applicationBuilder.Configuration["DcpPublisher:ResourceNameSuffix"] = "t";
            applicationBuilder.Services.AddSingleton<IControlPlane>(plane);
        }

        protected override void OnBuilding(DistributedApplicationBuilder applicationBuilder) => Called.Add("building");

        protected override void OnBuilt(DistributedApplication application) => Called.Add("built");
    }
}
