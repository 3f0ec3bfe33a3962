using Streamix.Media.Catalog.Artwork;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Uploads, assets and artwork.</summary>
internal static class AssetsSetup
{
    public static MessagingBuilder HandlesAssets(this MessagingBuilder events) => events
        .Handles<AssetProgressed, FollowProgress>()
        .Handles<AssetTranscoded, AttachPackage>()
        .Handles<AssetRejected, NoteRejection>()
        .Handles<AssetTranscodeEnded, NoteEnd>();

    public static IHostApplicationBuilder AddAssets(this IHostApplicationBuilder builder)
    {
        builder.AddObjectStore();
        var services = builder.Services;
        services.AddOptions<AssetOptions>().BindConfiguration("Catalog").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CatalogBuckets>().AddSingleton<SourceShelf>().AddSingleton<Studio>().AddSingleton<ArtworkLinks>().AddScoped<LeftoverLedger>();
        services.AddSingleton<ISweep, UploadSweep>().AddSingleton<ISweep, LeftoverSweeper>();
        services.AddSingleton<Janitor>().AddHostedService(provider => provider.GetRequiredService<Janitor>());
        services.AddScoped<UploadDesk>().AddScoped<UploadCompletion>().AddScoped<AssetDesk>().AddScoped<TextDesk>().AddScoped<ArtworkDesk>();
        services.AddScoped<AssetRemoval>().AddScoped<ITitleFollower>(provider => provider.GetRequiredService<AssetRemoval>());
        services.AddScoped<ITitleFollower, ArtworkRemoval>().AddScoped<ITitleArtwork, TitleArtwork>();
        // Before the general translations, which know the constraint's kind only.
        services.Insert(0, ServiceDescriptor.Singleton<IExceptionTranslation, AssetConflicts>());
        return builder;
    }

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapUploads();
        app.MapAssetRoutes();
        app.MapTexts();
        app.MapSources();
        app.MapArtwork();
    }
}
