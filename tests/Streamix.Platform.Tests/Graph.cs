using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Streamix.Testing;
using Streamix.Testing.Tokens;
using Xunit;

namespace Streamix.Platform.Tests;

/// <summary>The gateway and two replicas of the sample service with what they need, started once for the tests that share it, in a data folder of its own.</summary>
public sealed class Graph : IAsyncLifetime
{
    private const int SampleCopies = 2;
    private readonly string _data = Repository.PathOf(".streamix", "test", $"platform-{Guid.NewGuid():n}"[..24]);
    private DistributedApplication? _application;
    private TestTokens? _tokens;

    public DistributedApplication Application => _application ?? throw new InvalidOperationException("The graph has not started.");

    private TestTokens Tokens => _tokens ??= TestTokens.FromPem(
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(_data, "secrets.json")))!["platform-signing-key"]);

    public async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Streamix_AppHost>(
            ["--backing", "processes", "--ports", "random", "--only", "sample,infra", "--sample", $"{SampleCopies}", "--data", _data], patience.Token);
        _application = await builder.BuildAsync(patience.Token);
        await _application.StartAsync(patience.Token);
        foreach (var name in (string[])["postgres", "cache", "bus", "sample-notes", "infra-gateway"])
            await _application.ResourceNotifications.WaitForResourceHealthyAsync(name, patience.Token);
    }

    public async Task DisposeAsync()
    {
        _tokens?.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    /// <summary>A client of the gateway, signed in as this account.</summary>
    public HttpClient CreateClient(Guid account, params string[] roles) =>
        Application.CreateHttpClient("infra-gateway").As(Tokens.User(account, roles));

    /// <summary>An access token of this account.</summary>
    internal string Token(Guid account) => Tokens.User(account);

    /// <summary>Every instance of a service, as the orchestrator sees it now.</summary>
    internal Task<IReadOnlyList<GraphProcess>> ProcessesAsync(string resource) =>
        GraphProcess.AllOfAsync(Application, resource, resource == "sample-notes" ? SampleCopies : 1);

    /// <summary>kill -9 of an engine's server; its script starts it again.</summary>
    public async Task KillEngineAsync(string name)
    {
        var pid = int.Parse(await File.ReadAllTextAsync(Path.Combine(_data, name, "pid")));
        using var server = System.Diagnostics.Process.GetProcessById(pid);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Runs a command as the dashboard's button does.</summary>
    public async Task<ExecuteCommandResult> ExecuteAsync(string resource, string command)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var target = Application.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(candidate => candidate.Name == resource);
        return await Application.ResourceCommands.ExecuteCommandAsync(target, command, patience.Token);
    }
}

[CollectionDefinition(nameof(Graph))]
public sealed class GraphCollection : ICollectionFixture<Graph>;
