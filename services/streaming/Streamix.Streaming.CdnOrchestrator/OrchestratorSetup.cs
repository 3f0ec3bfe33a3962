using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Calls;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.CloudFront;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Streaming.CdnOrchestrator.Steering;
using Streamix.Streaming.CdnOrchestrator.Upkeep;

namespace Streamix.Streaming.CdnOrchestrator;

internal static class OrchestratorSetup
{
    public static void AddOrchestrator(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OrchestratorOptions>().BindConfiguration(OrchestratorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OrchestratorOptions>, OrchestratorOptionsCheck>();
        services.AddSingleton<PathKeys>().AddSingleton<IEdgeSigner, OwnEdgeSigner>();
        services.AddSingleton<CloudFrontKey>().AddSingleton<IEdgeSigner, CloudFrontEdgeSigner>();
        services.AddSingleton<EdgeChoice>().AddSingleton<EdgeRouter>().AddSingleton<EdgeMetrics>();
        services.AddSingleton<EdgeProbes>().AddHostedService(provider => provider.GetRequiredService<EdgeProbes>());
        services.AddSingleton<EdgeBook>().AddSingleton<RevokedPlaybacks>().AddHostedService<ReadingRounds>();
        services.AddSingleton<SteeringSessions>();
        services.AddScoped<EdgeRegister>().AddScoped<RevocationDesk>().AddScoped<CacheDesk>();
        services.AddSingleton<Sweeper>().AddHostedService(provider => provider.GetRequiredService<Sweeper>());
    }

    public static void HandleAssets(this MessagingBuilder events) => events.Handles<AssetRemoved, PurgeRemoved>();
}
