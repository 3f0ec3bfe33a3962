namespace Streamix.AppHost.Clusters;

internal static class Discovery
{
    public static void AddDiscovery(this Platform platform)
    {
        if (!platform.Options.Includes("discovery")) return;

        platform.AddService<Projects.Streamix_Discovery_Indexer>("discovery-indexer")
            .WithDatabase(platform)
            .WithBus(platform)
            .WithSearch(platform);

        platform.AddService<Projects.Streamix_Discovery_Search>("discovery-search")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithSearch(platform);
    }
}
