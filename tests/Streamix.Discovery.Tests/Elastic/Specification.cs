using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;

namespace Streamix.Discovery.Tests.Elastic;

/// <summary>The published shapes of Elasticsearch's requests (vendored excerpt), and what is wrong with a request in their light.</summary>
internal sealed class Specification
{
    private readonly IReadOnlyDictionary<string, TsDefinition> _types;
    private readonly List<(string Request, Regex Path, string[] Methods)> _endpoints = [];

    private Specification()
    {
        var folder = Streamix.Testing.Repository.PathOf("tests", "Streamix.Discovery.Tests", "Elastic", "Vendored");
        _types = TypeScript.Read(File.ReadAllText(Path.Combine(folder, "types.excerpt.ts")));
        foreach (var endpoint in JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "endpoints.excerpt.json")))!["endpoints"]!.AsArray())
            _endpoints.Add((
                endpoint!["request"]!.GetValue<string>(), new($"^{Regex.Replace(endpoint["path"]!.GetValue<string>(), "{[^}]+}", "[^_/][^/]*")}$"),
                [.. endpoint["methods"]!.AsArray().Select(m => m!.GetValue<string>())]));
    }

    public static Specification Published { get; } = new();

    public IReadOnlyList<string> ErrorsOf(Recorded request)
    {
        var found = _endpoints.Find(e => e.Path.IsMatch(request.Path) && e.Methods.Contains(request.Method));
        if (found.Request is null)
            return [$"there is no {request.Method} {request.Path}"];
        var shape = Members(new TsName(found.Request, []));
        var query = HttpUtility.ParseQueryString(request.Query);
        List<string> errors = [.. query.AllKeys.Where(k => !shape.Members.ContainsKey(k!)).Select(k => $"{request.Path} takes no {k}")];
        if (request.Body.Length == 0)
            return errors;
        if (!shape.Members.TryGetValue("body", out var body))
            return [.. errors, $"{request.Path} takes no body"];
        foreach (var (node, type) in Bodies(found.Request, request.Body, body.Type))
            errors.AddRange(Check(node, type, "body"));
        return errors;
    }

    /// <summary>A bulk body is lines: an operation, then, for those that have one, the document.</summary>
    private static IEnumerable<(JsonNode? Node, TsType Type)> Bodies(string request, string body, TsType type) => request != "BulkRequest"
        ? [(JsonNode.Parse(body), type)]
        : body.TrimEnd('\n').Split('\n').Where((_, i) => i % 2 == 0).Select(line => (JsonNode.Parse(line), (TsType)new TsName("BulkOperationContainer", [])));

    private IReadOnlyList<string> Check(JsonNode? node, TsType type, string path) => type switch
    {
        TsUnion union => union.Parts.Select(p => Check(node, p, path)).MinBy(e => e.Count)!,
        TsLiteral literal => Of(Text(node) == literal.Text && (node!.GetValueKind() == JsonValueKind.String) == literal.IsString, path, $"not '{literal.Text}'"),
        TsArray array => node is JsonArray list ? [.. list.SelectMany((n, i) => Check(n, array.Of, $"{path}[{i}]"))] : [$"{path} is no list"],
        TsIntersection or TsObject => CheckObject(node, Members(type), path),
        TsName name => CheckNamed(node, name, path),
        _ => throw new InvalidOperationException(),
    };

    private IReadOnlyList<string> CheckNamed(JsonNode? node, TsName name, string path)
    {
        switch (name.Name)
        {
            case "string":
                return Of(node?.GetValueKind() == JsonValueKind.String, path, "no string");
            case "number":
                return Of(node?.GetValueKind() == JsonValueKind.Number, path, "no number");
            case "boolean":
                return Of(node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False, path, "no boolean");
            case "null":
                return Of(node is null, path, "not null");
            case "any" or "unknown":
                return [];
            case "Partial":
                return Check(node, name.Arguments[0], path);
            case "Record":
                return node is JsonObject record ? [.. record.SelectMany(m => Check(m.Value, name.Arguments[1], $"{path}.{m.Key}"))] : [$"{path} is no object"];
        }
        if (!_types.TryGetValue(name.Name, out var definition))
            return [$"{path} would be a {name.Name}, which the excerpt does not have"];
        return definition.Bases.Count > 0 || definition.Body is TsObject ? CheckObject(node, Members(name), path) : Check(node, Bound(definition.Body, definition, name), path);
    }

    private IReadOnlyList<string> CheckObject(JsonNode? node, TsObject shape, string path)
    {
        if (node is not JsonObject members)
            return [$"{path} is no object"];
        List<string> errors = [.. shape.Members.Where(m => m.Value.Required && !members.ContainsKey(m.Key)).Select(m => $"{path} lacks {m.Key}")];
        foreach (var (key, value) in members)
            errors.AddRange(shape.Members.TryGetValue(key, out var known) ? Check(value, known.Type, $"{path}.{key}")
                : shape.Others is { } others ? Check(value, others, $"{path}.{key}") : [$"{path} takes no {key}"]);
        return errors;
    }

    /// <summary>All members, those of the bases included.</summary>
    private TsObject Members(TsType type) => type switch
    {
        TsObject single => single,
        TsIntersection parts => Merge(parts.Parts.Select(Members)),
        TsName { Name: "Partial" } partial => Members(partial.Arguments[0]),
        TsName { Name: "Record" } record => new(new Dictionary<string, (TsType, bool)>(StringComparer.Ordinal), record.Arguments[1]),
        TsName name when _types.TryGetValue(name.Name, out var definition) =>
            Merge([.. definition.Bases.Select(b => Members(Bound(b, definition, name))), Members(Bound(definition.Body, definition, name))]),
        _ => throw new InvalidOperationException($"{type} has no members in the excerpt."),
    };

    private static TsObject Merge(IEnumerable<TsObject> parts)
    {
        Dictionary<string, (TsType, bool)> members = new(StringComparer.Ordinal);
        TsType? others = null;
        foreach (var part in parts)
        {
            foreach (var (key, member) in part.Members)
                members[key] = member;
            others = part.Others ?? others;
        }
        return new(members, others);
    }

    /// <summary>The type with what stands for the parameters of its definition.</summary>
    private static TsType Bound(TsType type, TsDefinition definition, TsName name)
    {
        return definition.Parameters.Count == 0 ? type : Put(type);

        TsType Put(TsType part) => part switch
        {
            TsName used when definition.Parameters.ToList().IndexOf(used.Name) is var at and >= 0 => at < name.Arguments.Count ? name.Arguments[at] : new TsName("unknown", []),
            TsName used => new TsName(used.Name, [.. used.Arguments.Select(Put)]),
            TsArray array => new TsArray(Put(array.Of)),
            TsUnion union => new TsUnion([.. union.Parts.Select(Put)]),
            TsIntersection intersection => new TsIntersection([.. intersection.Parts.Select(Put)]),
            TsObject members => new TsObject(members.Members.ToDictionary(m => m.Key, m => (Put(m.Value.Type), m.Value.Required), StringComparer.Ordinal), members.Others is { } others ? Put(others) : null),
            _ => part,
        };
    }

    private static string Text(JsonNode? node) => node is JsonValue ? node.ToString() : "";

    private static IReadOnlyList<string> Of(bool holds, string path, string wrong) => holds ? [] : [$"{path} is {wrong}"];
}
