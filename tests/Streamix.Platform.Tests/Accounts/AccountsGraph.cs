using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>The whole platform as <c>./streamix up</c> starts it, once for the tests that share it, in a data folder of its own.</summary>
public sealed class AccountsGraph : IAsyncLifetime
{
    private static readonly string[] Services =
        ["users-account", "users-profile", "auth-identity", "auth-session", "comms-email", "infra-gateway", "postgres", "cache", "sessions", "bus", "local-s3", "mail", "prometheus"];

    private DistributedApplication? _application;

    public DistributedApplication Application => _application ?? throw new InvalidOperationException("The graph has not started.");

    internal string Data { get; } = Repository.PathOf(".streamix", "test", $"accounts-{Guid.NewGuid():n}"[..24]);

    internal Inbox Inbox => field ??= new(Application.CreateHttpClient("mail", "web"));

    public async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Streamix_AppHost>(
            ["--backing", "processes", "--ports", "random", "--data", Data], patience.Token);
        _application = await builder.BuildAsync(patience.Token);
        await _application.StartAsync(patience.Token);
        foreach (var name in Services)
            await _application.ResourceNotifications.WaitForResourceHealthyAsync(name, patience.Token);
    }

    public async Task DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }

    /// <summary>A client of the gateway with time for whatever a busy machine does.</summary>
    internal HttpClient CreateClient()
    {
        var client = Application.CreateHttpClient("infra-gateway");
        client.Timeout = TimeSpan.FromMinutes(2);
        return client;
    }
}

[CollectionDefinition(nameof(AccountsGraph))]
public sealed class AccountsGraphCollection : ICollectionFixture<AccountsGraph>;
