using Streamix.Media.Contracts.Assets;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;
using Streamix.Media.Drm.Privacy;
using Streamix.Media.Drm.Speke;
using Streamix.Media.Drm.Upkeep;
using Streamix.Media.Drm.Wrapping;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Media.Drm;

internal static class DrmSetup
{
    public static void AddDrm(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DrmOptions>().BindConfiguration(DrmOptions.Section).ValidateOnStart();
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<DrmOptions>, DrmOptionsCheck>();
        services.AddSingleton<KeyWrap>().AddSingleton<Rewrapper>().AddHostedService<RewrapRounds>();
        services.AddSingleton<IExceptionTranslation, KeyErrors>();
        services.AddScoped<KeyDesk>().AddScoped<CpixExchange>().AddSingleton<OwnCertificate>();
        services.AddSingleton<PlaybackTokens>().AddSingleton<PlaybackTokenOfRequest>().AddScoped<PlaybackDesk>();
        services.AddScoped<PolicyBook>().AddScoped<LicenceDesk>().AddSingleton<LicenceMetrics>();
        services.AddSingleton<Sweeper>().AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        services.AddPersonalData<LicencesOfAccount>();
        services.AddKeyServer(builder.Configuration);
    }

    public static void HandleAssets(this MessagingBuilder events) => events.Handles<AssetRemoved, RemoveKeys>();

    private static void AddKeyServer(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[$"{DrmOptions.Section}:{nameof(DrmOptions.KeyServer)}"] != SpekeKeyServer.Word)
        {
            services.AddSingleton<IKeyServer, OwnKeyServer>();
            return;
        }

        services.AddSingleton<IKeyServer, SpekeKeyServer>();
        // A redirect would carry the credentials elsewhere.
        services.AddHttpClient(SpekeKeyServer.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).RedactLoggedHeaders(_ => true);
    }
}
