using System.Text.Json;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Texts in, one checked catalogue out. All errors are told at once.</summary>
internal sealed class CatalogueReader(IReadOnlySet<string> classes)
{
    private readonly List<CatalogueError> _errors = [];
    private readonly List<ServicePlan> _services = [];
    private readonly List<RoutePlan> _routes = [];
    private readonly List<ViewPlan> _views = [];

    public static CatalogueReading Read(IEnumerable<CatalogueSource> sources, IReadOnlySet<string> classes)
    {
        var reader = new CatalogueReader(classes);
        foreach (var source in sources)
        {
            reader.Add(source);
        }

        reader._errors.AddRange(OverlapCheck.Find(reader._routes, reader._views));
        return reader._errors.Count == 0
            ? new CatalogueReading(new RouteCatalogue(reader._services, reader._routes, reader._views), [])
            : new CatalogueReading(null, reader._errors);
    }

    private void Add(CatalogueSource source)
    {
        try
        {
            Add(source.Name, CatalogueJson.Parse(source.Json));
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? $"line {number + 1}" : "";
            _errors.Add(new CatalogueError(source.Name, line, e.Message.Split(" Path:")[0]));
        }
    }

    private void Add(string source, ClusterFile file)
    {
        var checks = new EntryChecks(source, classes, _errors);
        checks.Name("cluster", file.Cluster);
        foreach (var (name, entry) in file.Services)
        {
            Add(checks, $"{file.Cluster}-{name}", name, entry);
        }

        foreach (var (name, view) in file.Views)
        {
            checks.View($"views.{name}", view);
            _views.Add(Planning.View(file.Cluster, name, view));
        }
    }

    private void Add(EntryChecks checks, string id, string name, ServiceEntry entry)
    {
        var where = $"services.{name}";
        if (!checks.Service(where, name, entry))
        {
            return;
        }

        if (_services.Exists(s => s.Id == id))
        {
            checks.Fail(where, $"service {id} is already described elsewhere.");
            return;
        }

        var service = Planning.Service(id, name, entry);
        _services.Add(service);
        _routes.AddRange(Planning.Routes(service));
    }
}
