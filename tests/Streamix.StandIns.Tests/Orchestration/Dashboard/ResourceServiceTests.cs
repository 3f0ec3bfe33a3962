using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Dashboard;

public sealed class ResourceServiceTests : IAsyncLifetime
{
    private readonly FakeControlPlane _plane = new();
    private DistributedApplication _app = null!;
    private GrpcClient _client = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _plane.Logs[$"job-t/{LogStream.StdOut}"] = ["hello"];
        var builder = DistributedApplicationTestingBuilder.Create([], (options, _) => options.DisableDashboard = false);
        builder.Configuration["DcpPublisher:ResourceNameSuffix"] = "t";
        builder.Configuration["DcpPublisher:DashboardPath"] = typeof(ResourceServiceTests).Assembly.Location;
        builder.Services.AddSingleton<IControlPlane>(_plane);
        var secret = builder.AddParameter("token", "s3cret", secret: true);
        builder.AddExecutable("job", "/bin/job", "/", "--fast").WithEnvironment("TOKEN", secret).WithHttpEndpoint()
            .WithCommand("poke", "Poke", c => Task.FromResult(CommandResults.Success($"poked {c.ResourceName}")), new() { ConfirmationMessage = "Sure?", IconName = "Send" });
        _app = await builder.BuildAsync();
        await _app.StartAsync(FakeGraph.Deadline());
        _address = await _app.Services.GetRequiredService<ResourceServiceHost>().AddressAsync(FakeGraph.Deadline());
        _client = new(_address, _app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value.ResourceServiceApiKey);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Call_WithoutTheKey_IsRefusedInTheHeaders(string? key)
    {
        using var stranger = new GrpcClient(_address, key);
        using var response = await stranger.SendAsync("WatchResources");
        response.Headers.GetValues("grpc-status").ShouldBe(["16"]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_MethodNobodyServes_IsRefusedInTheHeaders()
    {
        using var response = await _client.SendAsync("UploadFile");
        response.Headers.GetValues("grpc-status").ShouldBe(["12"]);
    }

    [Fact]
    public async Task Call_MalformedMessage_IsAnInvalidArgument()
    {
        using var response = await _client.SendAsync("ExecuteResourceCommand", [0xff, 0xff, 0xff]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["3"]);
    }

    [Fact]
    public async Task WatchInteractions_StaysOpen()
    {
        using var response = await _client.SendAsync("WatchInteractions");
        await using var stream = await response.Content.ReadAsStreamAsync();
        var reading = stream.ReadAsync(new byte[1]).AsTask();
        (await Task.WhenAny(reading, Task.Delay(300))).ShouldNotBe(reading);
    }

    [Fact]
    public async Task WatchResources_Begin_ShowsEverythingKnown()
    {
        var job = await FirstAsync("job-t", r => r.State == "Running" && r.Commands.Count > 0);
        job.ShouldSatisfyAllConditions(
            j => j.DisplayName.ShouldBe("job"),
            j => j.ResourceType.ShouldBe("Executable"),
            j => j.CreatedAt.ShouldNotBeNull(),
            j => j.Urls.ShouldHaveSingleItem().DisplayProperties.ShouldNotBeNull(),
            j => j.Properties.First(p => p.Name == "executable.path").Value.StringValue.ShouldBe("/bin/job"),
            j => j.Properties.First(p => p.Name == "resource.appArgs").Value.ListValue.Values[0].StringValue.ShouldBe("--fast"),
            j => j.Environment.First(v => v.Name == "TOKEN").IsFromSpec.ShouldBeTrue(),
            j => j.Commands.First(c => c.Name == "poke").ConfirmationMessage.ShouldBe("Sure?"),
            j => j.Relationships.First(r => r.ResourceName == "token").Type.ShouldBe("Reference"));
    }

    [Fact]
    public async Task WatchResources_SecretParameter_IsMasked()
    {
        var token = await FirstAsync("token", r => r.Properties.Any(p => p.Name == "Value"));
        token.Properties.First(p => p.Name == "Value").IsSensitive.ShouldBeTrue();
    }

    [Fact]
    public async Task WatchResources_Dashboard_IsHidden() => (await FirstAsync("aspire-dashboard-t", _ => true)).IsHidden.ShouldBeTrue();

    [Fact]
    public async Task WatchResources_Change_IsSent()
    {
        using var response = await _client.SendAsync("WatchResources");
        await using var stream = await response.Content.ReadAsStreamAsync();
        await GrpcClient.ReadAsync(stream, ResourcesUpdate.Parser);
        _plane.Report("job-t", "Finished", 7);
        var changes = new List<WireResource>();
        while (!changes.Exists(c => c.Name == "job-t" && c.State == "Finished"))
            changes.AddRange((await GrpcClient.ReadAsync(stream, ResourcesUpdate.Parser)).Changes.Value.Select(v => v.Upsert));
        changes.Last(c => c.State == "Finished").Properties.First(p => p.Name == "resource.exitCode").Value.NumberValue.ShouldBe(7);
    }

    [Fact]
    public async Task ExecuteResourceCommand_OwnCommand_RunsOnThatInstance()
    {
        using var response = await _client.SendAsync("ExecuteResourceCommand", new CommandRequest { CommandName = "poke", ResourceName = "job-t", ResourceType = "Executable" });
        await using var stream = await response.Content.ReadAsStreamAsync();
        var result = await GrpcClient.ReadAsync(stream, CommandResponse.Parser);
        (result.Kind, result.Message).ShouldBe((1, "poked job-t"));
    }

    [Fact]
    public async Task ExecuteResourceCommand_Unknown_Fails()
    {
        using var response = await _client.SendAsync("ExecuteResourceCommand", new CommandRequest { CommandName = "fly", ResourceName = "job-t" });
        await using var stream = await response.Content.ReadAsStreamAsync();
        (await GrpcClient.ReadAsync(stream, CommandResponse.Parser)).Kind.ShouldBe(2);
    }

    [Fact]
    public async Task WatchResourceConsoleLogs_Lines_AreNumbered()
    {
        using var response = await _client.SendAsync("WatchResourceConsoleLogs", new ConsoleLogsRequest { ResourceName = "job-t" });
        await using var stream = await response.Content.ReadAsStreamAsync();
        var line = (await GrpcClient.ReadAsync(stream, ConsoleLogsUpdate.Parser)).LogLines.First(l => l.Text == "hello");
        line.LineNumber.ShouldBeGreaterThan(0);
        line.IsStdErr.ShouldBeFalse();
    }

    [Fact]
    public void Start_Dashboard_IsToldWhereEverythingIs()
    {
        var env = _plane.Get(Kinds.Executable, "aspire-dashboard-t").Spec.Env!.ToDictionary(v => v.Name, v => v.Value);
        var options = _app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value;
        env["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"].ShouldBe(_address);
        env["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"].ShouldBe(options.ResourceServiceApiKey);
        env["DASHBOARD__FRONTEND__BROWSERTOKEN"].ShouldBe(options.BrowserToken);
        env["DASHBOARD__OTLP__PRIMARYAPIKEY"].ShouldBe(options.OtlpApiKey);
        env["ASPNETCORE_URLS"].ShouldBe("http://localhost:{{portForServing \"aspire-dashboard-http\"}}");
        env["DASHBOARD__FRONTEND__PUBLICURL"].ShouldBe($"http://localhost:{_plane.Get(Kinds.Service, "aspire-dashboard-http").Status!.EffectivePort}");
    }

    private async Task<WireResource> FirstAsync(string name, Func<WireResource, bool> isIt)
    {
        using var response = await _client.SendAsync("WatchResources");
        await using var stream = await response.Content.ReadAsStreamAsync();
        while (true)
        {
            var update = await GrpcClient.ReadAsync(stream, ResourcesUpdate.Parser);
            var resources = update.InitialData?.Resources ?? update.Changes.Value.Select(v => v.Upsert);
            if (resources.FirstOrDefault(r => r.Name == name && isIt(r)) is { } found)
                return found;
        }
    }
}
