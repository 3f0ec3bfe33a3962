using System.Text.Json.Nodes;

namespace Streamix.Deploy.Manifest;

/// <summary>One resource of an Aspire manifest (schema aspire-8.0).</summary>
internal sealed record ManifestResource(string Name, JsonObject Json)
{
    public string Type => (string?)Json["type"] ?? throw new DeployException($"{Name}: a resource without a type");

    public bool IsProject => Type.StartsWith("project.", StringComparison.Ordinal);

    public bool IsContainer => Type.StartsWith("container.", StringComparison.Ordinal);

    public string? Path => (string?)Json["path"];

    /// <summary>The image without its tag: <c>docker.io/library/postgres</c>.</summary>
    public string Image => ((string?)Json["image"] ?? "").Split('@')[0] is var image && image.LastIndexOf(':') is > 0 and var colon && colon > image.LastIndexOf('/') ? image[..colon] : (string?)Json["image"] ?? "";

    public string? ConnectionString => (string?)Json["connectionString"];

    public IEnumerable<KeyValuePair<string, string>> Environment =>
        (Json["env"]?.AsObject() ?? []).Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value ?? ""));

    public IReadOnlyList<string> Arguments => [.. (Json["args"]?.AsArray() ?? []).Select(argument => (string?)argument ?? "")];

    public IEnumerable<Binding> Bindings =>
        (Json["bindings"]?.AsObject() ?? []).Select(entry => Binding.From(entry.Key, entry.Value!.AsObject()));

    public bool IsExternal => Bindings.Any(binding => binding.External);
}
