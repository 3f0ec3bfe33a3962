using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Access;
using Streamix.Streaming.Edge.Caches;
using Streamix.Streaming.Edge.Denials;
using Streamix.Streaming.Edge.Nginx;
using Streamix.Streaming.Edge.Origin;
using Streamix.Streaming.Edge.Reporting;

namespace Streamix.Streaming.Edge;

internal static class EdgeSetup
{
    public const string Orchestrator = "streaming-cdn-orchestrator";

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.AddObjectStore();
        var services = builder.Services;
        services.AddOptions<EdgeOptions>().BindConfiguration(EdgeOptions.Section).ValidateOnStart();
        services.AddOptions<PathKeyOptions>().BindConfiguration(PathKeyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EdgeOptions>, EdgeOptionsCheck>().AddSingleton<IValidateOptions<PathKeyOptions>, EdgeOptionsCheck>();
        services.AddServiceClient<EdgeReportsClient>(Orchestrator);
        services.AddSingleton(provider => new EdgeFolder(provider.GetRequiredService<IOptions<EdgeOptions>>().Value.Data)).AddSingleton<FolderHandle>();
        services.AddSingleton<EdgeMetrics>().AddSingleton<Traffic>().AddSingleton<EdgeStanding>();
        services.AddSingleton<DenyList>().AddSingleton<FirstOrders>();
        services.AddSingleton<InnerClient>().AddSingleton<CacheFolder>().AddSingleton<CachePurge>().AddSingleton<CachePrewarm>();
        services.AddSingleton<OriginHandler>().AddSingleton<OriginApplication>();
        services.AddHealthChecks().AddCheck<NginxReadiness>("nginx", tags: ["ready"]);

        // They end in the opposite order: first the orchestrator hears of it, then nginx ends, then what nginx needs.
        services.AddHostedService<OriginServer>();
        services.AddHostedService<AccessLog>();
        services.AddSingleton<CacheWork>().AddHostedService(provider => provider.GetRequiredService<CacheWork>());
        services.AddHostedService<NginxSupervisor>();
        services.AddHostedService<StandingRounds>();
        services.AddHostedService<ReportRounds>();
    }
}
