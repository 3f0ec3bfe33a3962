using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge;
using Streamix.Streaming.Edge.Reporting;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Streaming.Tests.Edge.Hosting;

/// <summary>An edge with a real nginx, before a store in memory.</summary>
public sealed class EdgeHost : WebApplicationFactory<EdgeOptions>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edge").FullName;
    private readonly int _port = FreePorts.Take();

    internal MemoryStore Store { get; } = new();

    /// <summary>False: the one that the settings name.</summary>
    internal bool OwnStore { get; init; } = true;

    internal Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    internal ConcurrentQueue<EdgeReport> Reports { get; } = new();

    /// <summary>The orchestrator; without one the edge does not report.</summary>
    internal Func<EdgeReport, EdgeOrders>? Orchestrator { get; init; }

    internal HttpClient Viewer { get; private set; } = null!;

    internal string Folder => _folder;

    internal string Address => $"http://127.0.0.1:{_port}/";

    public async Task InitializeAsync()
    {
        Viewer = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000, AllowAutoRedirect = false }) { BaseAddress = new(Address) };
        _ = Services;
        await ServingAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        Viewer.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    internal Task ServingAsync() => Until.TrueAsync(() => Get<EdgeStanding>().IsServing, "nginx answers");

    internal byte[] Add(string file, int bytes = 100_000) => Store.Add(TokenTable.Prefix + file, bytes);

    internal Task<HttpResponseMessage> GetAsync(string file, PathToken? token = null) => Viewer.GetAsync(TokenTable.PathOf(token ?? TokenTable.Token(), file));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("OTEL_SERVICE_NAME", "streaming-edge-1");
        builder.UseSetting("Edge:Data", _folder);
        builder.UseSetting("Edge:Port", $"{_port}");
        builder.UseSetting("Edge:Reports", $"{Orchestrator is not null}");
        builder.UseSetting("Edge:ReportEvery", "00:00:00.2");
        builder.UseSetting("Edge:PurgeAgainAfter", "00:00:00.1");
        builder.UseSetting("services:streaming-cdn-orchestrator:http:0", "http://orchestrator.test");
        builder.UseSetting("Edges:Keys:0", TokenTable.Secret);
        builder.UseSetting("Edges:NextKey", TokenTable.NextSecret);
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            if (OwnStore)
                services.Replace(ServiceDescriptor.Singleton<IObjectStore>(Store));
            services.AddHttpClient<EdgeReportsClient>().ConfigurePrimaryHttpMessageHandler(() => new OrchestratorStandIn(this));
        });
    }

    private sealed class OrchestratorStandIn(EdgeHost host) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.AbsolutePath.ShouldBe("/internal/edges/streaming-edge-1");
            var report = await request.Content!.ReadFromJsonAsync<EdgeReport>(cancellationToken);
            host.Reports.Enqueue(report!);
            return new() { Content = JsonContent.Create(host.Orchestrator!(report!)) };
        }
    }
}
