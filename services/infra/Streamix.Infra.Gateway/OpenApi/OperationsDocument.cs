using System.Text.Json.Nodes;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>What every service offers operators, told once: the service is a parameter of the path.</summary>
internal static class OperationsDocument
{
    public const string Id = "operations";
    private const string Parameter = "service";

    /// <summary>Whether a path of a service's own document is told here.</summary>
    public static bool Has(string path) => path.StartsWith(OperationRoutes.ServicePath + "/", StringComparison.Ordinal);

    /// <summary>Null while no service that is there offers anything.</summary>
    public static JsonObject? Of(IReadOnlyCollection<ServiceDocument> services)
    {
        var paths = new JsonObject();
        JsonObject? model = null;
        foreach (var kind in OperationRoutes.Kinds)
        {
            var offering = services.Where(s => s.Service.Settings.Operations.Contains(kind)).ToList();
            if (offering.Find(s => s.Document is not null) is not { Document: { } document })
            {
                continue;
            }

            model ??= document;
            foreach (var (path, item) in document["paths"]?.AsObject().ToList() ?? [])
            {
                if (IsOf(path, kind) && item is JsonObject operations)
                {
                    paths[$"{OperationRoutes.PublicPath}/{{{Parameter}}}{path[OperationRoutes.ServicePath.Length..]}"] =
                        WithParameter(operations.DeepClone().AsObject(), offering.Select(s => s.Service.Id));
                }
            }
        }

        return model is null ? null : new JsonObject { ["paths"] = paths, ["components"] = Referenced.By(paths, model["components"]) };
    }

    private static bool IsOf(string path, string kind) =>
        path == $"{OperationRoutes.ServicePath}/{kind}" || path.StartsWith($"{OperationRoutes.ServicePath}/{kind}/", StringComparison.Ordinal);

    private static JsonObject WithParameter(JsonObject operations, IEnumerable<string> services)
    {
        var names = services.Order(StringComparer.Ordinal).ToArray();
        foreach (var (_, value) in operations)
        {
            if (value is not JsonObject operation || operation["responses"] is null)
            {
                continue;
            }

            var parameters = operation["parameters"]?.AsArray() ?? (operation["parameters"] = new JsonArray()).AsArray();
            parameters.Insert(0, new JsonObject
            {
                ["name"] = Parameter,
                ["in"] = "path",
                ["required"] = true,
                ["description"] = "One of those that /api/v1/operations/services lists.",
                ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]) },
            });
        }

        return operations;
    }
}
