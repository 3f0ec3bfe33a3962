using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Streamix.Platform.Tests.Streaming;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>The whole platform as <c>./streamix up</c> starts it but for a second gateway and wide limits, once for the tests that share it, in a data folder of its own.</summary>
public class AccountsGraph : IAsyncLifetime
{
    private const string Gateway = "infra-gateway";

    private static readonly string[] Services =
        ["users-account", "users-profile", "auth-identity", "auth-session", "comms-email", "media-catalog", "media-drm", "media-transcoder", "discovery-indexer", "discovery-search",
            "streaming-rights", "streaming-watch-history", "streaming-playback-context", "streaming-cdn-orchestrator", "streaming-edge-1", "streaming-edge-2", Gateway, "postgres", "cache", "sessions", "bus", "local-s3", "mail", "prometheus"];

    private DistributedApplication? _application;

    public DistributedApplication Application => _application ?? throw new InvalidOperationException("The graph has not started.");

    internal string Data { get; } = Repository.PathOf(".streamix", "test", $"accounts-{Guid.NewGuid():n}"[..24]);

    internal Inbox Inbox => field ??= new(Application.CreateHttpClient("mail", "web"));

    internal People People => field ??= new(this);

    /// <summary>Whoever proves this address becomes an administrator.</summary>
    internal string Administrator { get; } = $"admin-{Guid.NewGuid():n}@example.org";

    /// <summary>What is said to the AppHost besides.</summary>
    protected virtual IReadOnlyList<string> Arguments => [.. WideLimits.Arguments, .. StreamingTerms.Unhurried];

    /// <summary>How many gateways there are.</summary>
    protected virtual int Gateways => 2;

    public virtual async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Streamix_AppHost>(
            ["--backing", "processes", "--ports", "random", "--data", Data, "--admin", Administrator, .. Arguments], patience.Token);
        builder.CreateResourceBuilder<ProjectResource>(Gateway).WithReplicas(Gateways);
        _application = await builder.BuildAsync(patience.Token);
        await _application.StartAsync(patience.Token);
        foreach (var name in Services)
            await _application.ResourceNotifications.WaitForResourceHealthyAsync(name, patience.Token);
    }

    public virtual async Task DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }

    /// <summary>A client of the gateways with time for whatever a busy machine does.</summary>
    internal HttpClient CreateClient()
    {
        var client = Application.CreateHttpClient(Gateway);
        client.Timeout = TimeSpan.FromMinutes(2);
        return client;
    }

    /// <summary>A client that sends what it is told and nothing more: no cookies of its own, no redirects, no proxy.</summary>
    internal HttpClient CreateBareClient(string resource = Gateway) => BareClient(Application.GetEndpoint(resource));

    /// <summary>A bare client of each gateway.</summary>
    internal async Task<IReadOnlyList<HttpClient>> CreateGatewayClientsAsync() =>
        [.. (await GraphProcess.AllOfAsync(Application, Gateway, Gateways)).Select(gateway => BareClient(gateway.Address))];

    private static HttpClient BareClient(Uri address) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
}

[CollectionDefinition(nameof(AccountsGraph))]
public class AccountsGraphCollection : ICollectionFixture<AccountsGraph>;
