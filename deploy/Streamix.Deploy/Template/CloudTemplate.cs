using System.Text.Json;
using System.Text.Json.Nodes;

namespace Streamix.Deploy.Template;

/// <summary>A CloudFormation template being written.</summary>
internal sealed class CloudTemplate
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject _parameters = [];
    private readonly JsonObject _resources = [];
    private readonly JsonObject _outputs = [];

    public int Count => _resources.Count;

    /// <summary>Resource ids are letters and digits: <c>infra-gateway</c> → <c>InfraGateway</c>.</summary>
    public static string Id(string name) =>
        string.Concat(name.Split('-', '.', '_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public void Parameter(string name, string type, string description, string? value = null, bool secret = false)
    {
        var parameter = new JsonObject { ["Type"] = type, ["Description"] = description };
        if (value is not null) parameter["Default"] = value;
        if (secret) parameter["NoEcho"] = true;
        _parameters[name] = parameter;
    }

    /// <summary>Adds a resource; its data outlives the stack when <paramref name="keep"/>.</summary>
    public void Resource(string id, string type, JsonObject properties, string[]? dependsOn = null, bool keep = false)
    {
        if (_resources.ContainsKey(id)) throw new DeployException($"two resources would be called {id}");
        var resource = new JsonObject { ["Type"] = type, ["Properties"] = properties };
        if (dependsOn is { Length: > 0 }) resource["DependsOn"] = new JsonArray([.. dependsOn.Select(name => (JsonNode)name)]);
        if (keep) (resource["DeletionPolicy"], resource["UpdateReplacePolicy"]) = (type == "AWS::RDS::DBInstance" ? "Snapshot" : "Retain", type == "AWS::RDS::DBInstance" ? "Snapshot" : "Retain");
        _resources[id] = resource;
    }

    public void Output(string name, JsonNode value, string description) =>
        _outputs[name] = new JsonObject { ["Value"] = value, ["Description"] = description };

    /// <summary>Adds the parameters, resources and outputs of another template that this one does not have.</summary>
    public void KeepWhatElseIsIn(JsonObject other)
    {
        foreach (var (section, own) in new[] { ("Parameters", _parameters), ("Resources", _resources), ("Outputs", _outputs) })
            foreach (var (name, value) in other[section]?.AsObject() ?? [])
                own.TryAdd(name, value?.DeepClone());
    }

    public string ToJson() => new JsonObject
    {
        ["AWSTemplateFormatVersion"] = "2010-09-09",
        ["Description"] = "Streamix on ECS, written from the graph of Streamix.AppHost",
        ["Parameters"] = ParametersInUse(),
        ["Resources"] = _resources.DeepClone(),
        ["Outputs"] = _outputs.DeepClone(),
    }.ToJsonString(Indented) + "\n";

    /// <summary>Nobody is asked for a value that nothing refers to.</summary>
    private JsonObject ParametersInUse()
    {
        var used = References.In(_resources).Concat(References.In(_outputs)).ToHashSet();
        return new(_parameters.Where(parameter => used.Contains(parameter.Key)).Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value?.DeepClone())));
    }
}
