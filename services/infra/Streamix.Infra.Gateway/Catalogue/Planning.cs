namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Fills the defaults in.</summary>
internal static class Planning
{
    public const string PublicPrefix = "/api/v1";

    /// <summary>Whether the prefix is the gateway's and taken off before a service is asked.</summary>
    public static bool IsPublic(string path) =>
        path.StartsWith(PublicPrefix, StringComparison.OrdinalIgnoreCase) && path.Length > PublicPrefix.Length && path[PublicPrefix.Length] == '/';

    public static ServicePlan Service(string id, string name, ServiceEntry entry)
    {
        IReadOnlyList<string> paths = entry.Paths.Count > 0 ? entry.Paths : [$"{PublicPrefix}/{name}"];
        IEnumerable<VersionEntry> versions = entry.Versions.Count > 0 ? entry.Versions : [new VersionEntry()];
        return new ServicePlan(id, paths, [.. versions.Select(v => Version(id, v))], entry);
    }

    public static IEnumerable<RoutePlan> Routes(ServicePlan service)
    {
        IReadOnlyList<RouteEntry> entries = service.Settings.Routes.Count > 0 ? service.Settings.Routes : [new RouteEntry()];
        return service.Paths.SelectMany((path, p) => entries.Select((entry, r) => Route(service, path, entry, $"{service.Id}:{p}:{r}"))).Concat(OperationRoutes.Of(service));
    }

    public static ViewPlan View(string cluster, string name, ViewEntry view) => new(
        $"{PublicPrefix}/views{view.Path ?? "/" + name}",
        view.Budget,
        [.. view.Parts.Select(p => new PartPlan(p.Key, p.Value.Resource, p.Value.Path, p.Value.Budget, p.Value.Required))],
        new RoutePolicy { RouteId = $"view:{cluster}:{name}", Access = AccessOrNobody(view.Access), Class = view.Class });

    private static VersionPlan Version(string id, VersionEntry entry) =>
        new($"{id}:{entry.Name}", entry.Name, entry.Resource ?? id, entry.Weight);

    private static RoutePlan Route(ServicePlan service, string path, RouteEntry entry, string id) => new(
        service,
        path.TrimEnd('/') + entry.Path,
        [.. entry.Methods.Select(m => m.ToUpperInvariant())],
        entry.Timeout ?? service.Settings.Timeout,
        new RoutePolicy
        {
            RouteId = id,
            Access = AccessOrNobody(entry.Access),
            Class = entry.Class,
            MaxBodyBytes = entry.MaxBodyBytes ?? service.Settings.MaxBodyBytes,
            Consumes = entry.Consumes,
        });

    private static Access AccessOrNobody(string text) => Access.TryParse(text, out var access) ? access : Access.Parse("role:nobody");
}
