using Streamix.Auth.Contracts.Sessions;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Heartbeats;
using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Privacy;
using Streamix.Streaming.PlaybackContext.Renewing;
using Streamix.Streaming.PlaybackContext.Starting;
using Streamix.Streaming.PlaybackContext.Titles;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.PlaybackContext;

internal static class PlaybackSetup
{
    public static void AddPlaybacks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PlaybackOptions>().BindConfiguration(PlaybackOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMemoryCache();
        services.AddSingleton<PlaybackMetrics>().AddSingleton<PlayableCache>().AddSingleton<PackageManifests>().AddSingleton<PlaybackAddresses>();
        services.AddScoped<PlaybackDesk>().AddScoped<StartDesk>().AddScoped<PlayDesk>().AddScoped<StartBook>().AddScoped<StartParts>().AddScoped<PinCheck>().AddScoped<RouteDesk>().AddScoped<RenewalDesk>().AddScoped<LicenceDesk>().AddScoped<ManifestDesk>();
        services.AddScoped<HeartbeatDesk>().AddScoped<PlaybackFactsReader>().AddScoped<EndingDesk>().AddScoped<Closer>().AddScoped<PlaybacksOfAccount>();
        services.AddSingleton<PulseWriter>().AddHostedService(provider => provider.GetRequiredService<PulseWriter>());
        services.AddSingleton<ClosingRounds>().AddHostedService(provider => provider.GetRequiredService<ClosingRounds>());
        services.AddSingleton<OverdueRounds>().AddHostedService(provider => provider.GetRequiredService<OverdueRounds>());
        services.AddSingleton<SlotRounds>().AddHostedService(provider => provider.GetRequiredService<SlotRounds>());
        services.AddSingleton<Sweeper>().AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        services.AddPersonalData<PlaybacksOfAccount>();
        services.AddNeighbours();
    }

    public static MessagingBuilder HandlesEnds(this MessagingBuilder events) => events
        .Handles<SessionEnded, EndOfSession>()
        .Handles<AccountStatusChanged, EndOfAccount>()
        .Handles<AccountErased, EndOfAccount>()
        .Handles<ProfileRemoved, EndOfProfile>()
        .Handles<TitleChanged, DropPlayable>();

    private static void AddNeighbours(this IServiceCollection services)
    {
        services.AddServiceClient<PlayablesClient>("media-catalog");
        services.AddServiceClient<ProfilesClient>("users-profile");
        services.AddServiceClient<PreferencesClient>("users-profile");
        services.AddGrpcServiceClient<RightsV1.Rights.RightsClient>("streaming-rights");
        services.AddGrpcServiceClient<EdgesV1.Edges.EdgesClient>("streaming-cdn-orchestrator");
        services.AddGrpcServiceClient<HistoryV1.History.HistoryClient>("streaming-watch-history");
        services.AddGrpcServiceClient<KeysV1.Keys.KeysClient>("media-drm");
    }
}
