using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Streamix.AppHost.Backing;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Backing;

public sealed class ScrapeTargetsTests : IAsyncLifetime
{
    private readonly News _news = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"targets-{Guid.NewGuid():n}.json");
    private readonly IResourceBuilder<ProjectResource> _service = DistributedApplication.CreateBuilder([]).AddResource(new ProjectResource("service"));
    private readonly ScrapeTargets _targets;

    public ScrapeTargetsTests() => _targets = new([_service], _news.Notifications, _file, "localhost");

    public Task InitializeAsync() => _targets.StartAsync(default);

    public async Task DisposeAsync()
    {
        await _targets.StopAsync(default);
        _targets.Dispose();
        _news.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task Targets_OfReplicas_AreTheirOwnPorts_AndFollowTheirRestarts()
    {
        await RunsAsync("service-a", "http://localhost:5001");
        await RunsAsync("service-b", "http://localhost:5002;http://localhost:5003");
        await ShouldBeAsync("localhost:5001", "localhost:5002");

        await _news.TellAsync(_service.Resource, "service-a", KnownResourceStates.Finished, exitCode: 137);
        await ShouldBeAsync("localhost:5002");

        await RunsAsync("service-a", "http://localhost:5004");
        await ShouldBeAsync("localhost:5004", "localhost:5002");
    }

    [Fact]
    public async Task Target_OfAServiceWithGrpc_IsTheOtherPort()
    {
        await _news.TellAsync(_service.Resource, "service-a", KnownResourceStates.Running, urls: "http://localhost:5001;http://localhost:5002", grpc: "5001");

        await ShouldBeAsync("localhost:5002");
    }

    private Task RunsAsync(string id, string urls) => _news.TellAsync(_service.Resource, id, KnownResourceStates.Running, urls: urls);

    private Task ShouldBeAsync(params string[] addresses) => Until.TrueAsync(
        () => File.Exists(_file) && Addresses().SequenceEqual(addresses), $"the file names {string.Join(", ", addresses)}", TimeSpan.FromSeconds(10));

    private List<string?> Addresses()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(_file));
        return [.. document.RootElement.EnumerateArray().SelectMany(entry => entry.GetProperty("targets").EnumerateArray()).Select(target => target.GetString())];
    }
}
