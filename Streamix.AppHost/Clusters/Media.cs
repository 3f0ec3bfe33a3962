namespace Streamix.AppHost.Clusters;

internal static class Media
{
    private const int Transcoders = 2;

    public static void AddMedia(this Platform platform)
    {
        if (!platform.Options.Includes("media")) return;

        platform.AddService<Projects.Streamix_Media_Catalog>("media-catalog")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithBucket(platform, "media-sources", "Catalog__Sources", fromBrowsers: true)
            .WithBucket(platform, "media-artwork", "Catalog__Artwork");

        platform.AddService<Projects.Streamix_Media_Drm>("media-drm")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithGrpc()
            .WithSecret(platform, "Drm__KeyEncryptionKeys__0", "key-encryption-key")
            .WithSecret(platform, "Drm__TokenSecret", "token-secret");

        platform.AddService<Projects.Streamix_Media_Transcoder>("media-transcoder")
            .WithDatabase(platform)
            .WithBus(platform)
            .WithBucket(platform, "media-renditions", "Transcoder__Renditions")
            .WithScratch(platform, "Transcoder__Scratch")
            .WithPackager(platform)
            .WithReplicas(Transcoders);
    }
}
