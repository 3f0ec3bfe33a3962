namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>The way for operators to what every service of the chassis offers them.</summary>
public static class OperationRoutes
{
    public const string PublicPath = $"{Planning.PublicPrefix}/operations";

    /// <summary>Where services have it.</summary>
    public const string ServicePath = "/operations";

    private const string DeadLetters = "dead-letters";
    private const string Audit = "audit";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<string> Kinds { get; } = [DeadLetters, Audit];

    internal static IEnumerable<RoutePlan> Of(ServicePlan service) => service.Settings.Operations.Distinct(StringComparer.Ordinal).Select(kind => kind == Audit
        ? Route(service, kind, "", ["GET"], "role:admin,support")
        : Route(service, kind, "/{**rest}", ["GET", "POST"], "role:admin"));

    private static RoutePlan Route(ServicePlan service, string kind, string rest, IReadOnlyList<string> methods, string access) => new(
        service,
        $"{PublicPath}/{service.Id}/{kind}{rest}",
        methods,
        Timeout,
        new RoutePolicy { RouteId = $"{service.Id}:operations:{kind}", Access = Access.Parse(access), MaxBodyBytes = 4096 })
    {
        Prefix = $"{PublicPath}/{service.Id}",
    };
}
