namespace Streamix.Infra.Gateway.Catalogue;

internal static class CatalogueSetup
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddOptions<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section);
        services.AddSingleton<CatalogueSources>();
        services.AddSingleton<CatalogueStore>();
        services.AddHostedService<CatalogueWatch>();
    }
}
