using System.Text.Json.Nodes;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>One document of all services: public paths only, as the public sees them.</summary>
internal static class DocumentMerge
{
    public static JsonObject Merge(IReadOnlyCollection<ServiceDocument> services, ServiceDocument own)
    {
        var (paths, components, tags, missing) = (new JsonObject(), new JsonObject(), new JsonArray(), new JsonArray());
        foreach (var service in services)
        {
            if (service.Document is null)
            {
                missing.Add(service.Service.Id);
                continue;
            }

            tags.Add(new JsonObject { ["name"] = service.Service.Id, ["description"] = (string?)service.Document["info"]?["description"] ?? "" });
            Add(service.Service, service.Document.DeepClone().AsObject(), paths, components);
        }

        Add(own.Service, own.Document!.DeepClone().AsObject(), paths, components);
        if (OperationsDocument.Of(services) is { } operations)
        {
            tags.Add(new JsonObject { ["name"] = OperationsDocument.Id, ["description"] = "What every service offers operators." });
            Add(Operations, operations, paths, components);
        }

        tags.Add(new JsonObject { ["name"] = own.Service.Id, ["description"] = "The gateway itself." });
        // What only internal routes speak of is nobody's business here.
        var shown = Referenced.By(paths, components);
        AddSecurity(shown);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Streamix", ["version"] = "v1" },
            ["paths"] = paths,
            ["components"] = shown,
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = tags,
            ["x-streamix-missing"] = missing,
        };
    }

    private static void Add(ServicePlan service, JsonObject document, JsonObject paths, JsonObject components)
    {
        var prefix = SchemaNames.Prefix(service.Id);
        SchemaNames.Rename(document, prefix);
        foreach (var (path, item) in document["paths"]?.AsObject().ToList() ?? [])
        {
            if (item is JsonObject operations && Public(service, path) is { } shown)
            {
                Describe(operations, service.Id, prefix);
                paths[shown] = operations.DeepClone();
            }
        }

        foreach (var (kind, entries) in document["components"]?.AsObject().ToList() ?? [])
        {
            if (kind == "securitySchemes" || entries is not JsonObject named)
            {
                continue;
            }

            var target = components[kind]?.AsObject() ?? (components[kind] = new JsonObject()).AsObject();
            foreach (var (name, value) in named)
            {
                target[$"{prefix}.{name}"] = value?.DeepClone();
            }
        }
    }

    private static readonly ServicePlan Operations = Planning.Service(OperationsDocument.Id, OperationsDocument.Id, new ServiceEntry { Paths = [OperationRoutes.PublicPath] });

    /// <summary>The path behind the gateway, or null of what it does not route.</summary>
    private static string? Public(ServicePlan service, string path)
    {
        if (PathGuard.IsInternal(path) || OperationsDocument.Has(path))
        {
            return null;
        }

        var shown = !Planning.IsPublic(path) && service.Paths.Any(p => p.StartsWith(Planning.PublicPrefix, StringComparison.OrdinalIgnoreCase)) ? Planning.PublicPrefix + path : path;
        return service.Paths.Any(p => p == "/" || shown.Equals(p, StringComparison.OrdinalIgnoreCase) || shown.StartsWith(p + "/", StringComparison.OrdinalIgnoreCase))
            ? shown
            : null;
    }

    private static void Describe(JsonObject operations, string service, string prefix)
    {
        foreach (var (_, value) in operations)
        {
            if (value is not JsonObject operation || operation["responses"] is null)
            {
                continue;
            }

            operation["tags"] = new JsonArray(service);
            DescribeSecurity(operation);
            if (operation["operationId"] is { } id)
            {
                operation["operationId"] = $"{prefix}.{id}";
            }
        }
    }

    /// <summary>Services say which of their tokens they want; the public has one kind, or needs none.</summary>
    private static void DescribeSecurity(JsonObject operation)
    {
        if (operation["security"] is JsonArray { Count: > 0 })
        {
            operation.Remove("security");
        }
        else
        {
            operation["security"] = new JsonArray();
        }
    }

    private static void AddSecurity(JsonObject components) => components["securitySchemes"] = new JsonObject
    {
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
    };
}
