using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>The files of the folder in the order of their names, then the configuration's clusters.</summary>
internal sealed class CatalogueSources(IConfiguration configuration, IHostEnvironment environment, IOptions<CatalogueOptions> options)
{
    public string Folder { get; } = Path.Combine(environment.ContentRootPath, options.Value.Folder);

    public IReadOnlyList<CatalogueSource> Read() => [.. Files(), .. Sections()];

    private IEnumerable<CatalogueSource> Files() => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .Select(f => new CatalogueSource(Path.GetFileName(f), File.ReadAllText(f)))
        : [];

    private IEnumerable<CatalogueSource> Sections() => configuration.GetSection(CatalogueOptions.RoutesSection).GetChildren()
        .Select(s => new CatalogueSource(s.Path, CatalogueJson.ToNode(s)?.ToJsonString() ?? ""));
}
