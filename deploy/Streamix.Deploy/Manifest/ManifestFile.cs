using System.Text.Json.Nodes;

namespace Streamix.Deploy.Manifest;

internal sealed class ManifestFile
{
    private readonly Dictionary<string, ManifestResource> _resources;

    private ManifestFile(JsonObject json) =>
        _resources = (json["resources"]?.AsObject() ?? throw new DeployException("this is no Aspire manifest: it has no resources"))
            .ToDictionary(entry => entry.Key, entry => new ManifestResource(entry.Key, entry.Value!.AsObject()));

    public IEnumerable<ManifestResource> Resources => _resources.Values;

    public IEnumerable<ManifestResource> Projects => Resources.Where(resource => resource.IsProject);

    public ManifestResource this[string name] =>
        _resources.GetValueOrDefault(name) ?? throw new DeployException($"an expression speaks of '{name}', which the manifest does not have");

    public static ManifestFile Read(string path) => Parse(File.ReadAllText(path));

    public static ManifestFile Parse(string json) => new(JsonNode.Parse(json)!.AsObject());
}
