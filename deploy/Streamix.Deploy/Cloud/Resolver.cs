using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Turns manifest expressions into CloudFormation values.</summary>
internal sealed class Resolver(ManifestFile manifest)
{
    private readonly Dictionary<string, Func<string, CloudValue>> _managed = [];

    /// <summary>A resource that a managed service of AWS takes the place of answers for its own bindings and connection string.</summary>
    public void Answer(string resource, Func<string, CloudValue> property) => _managed[resource] = property;

    /// <summary>The managed service answers for every connection string that was put together from its container's address.</summary>
    public void AnswerConnectionsTo(ManifestResource container, CloudValue connectionString)
    {
        foreach (var resource in manifest.Resources.Where(resource => !resource.IsContainer && Speaks(resource.ConnectionString, container.Name)))
            Answer(resource.Name, property => property == "connectionString"
                ? connectionString
                : throw new DeployException($"{resource.Name}: the deployment has no {property} of it"));
    }

    public CloudValue Resolve(string value)
    {
        var parts = Expression.Parse(value).Select(part => part.IsReference ? Reference(part.Text) : CloudValue.Plain(part.Text)).ToArray();
        return new([.. parts.SelectMany(part => part.Parts)], parts.Any(part => part.IsSecret));
    }

    private static bool Speaks(string? expression, string of) =>
        expression is not null && Expression.Parse(expression).Any(part => part.IsReference && part.Text.Split('.')[0] == of);

    private CloudValue Reference(string path)
    {
        var dot = path.IndexOf('.');
        if (dot < 0) throw new DeployException($"an expression without a property: {path}");
        var (name, property) = (path[..dot], path[(dot + 1)..]);
        var resource = manifest[name];
        if (resource.Type == "parameter.v0") return Parameter(resource);
        // Its filter escapes for addresses; generated secrets are letters and digits, which stay as they are.
        if (resource.Type == "annotated.string") return Resolve((string?)resource.Json["value"] ?? "");
        if (_managed.TryGetValue(name, out var answer)) return answer(property);
        if (property == "connectionString" && resource.ConnectionString is { } connectionString) return Resolve(connectionString);
        if (property.StartsWith("bindings.", StringComparison.Ordinal) && resource.IsProject) return ProjectBinding(resource, property.Split('.'));
        throw new DeployException($"the deployment has no value for {path}");
    }

    /// <summary>Services reach each other by Service Connect under their resource name.</summary>
    private static CloudValue ProjectBinding(ManifestResource project, string[] path)
    {
        var binding = project.Bindings.First(binding => binding.Name == path[1]);
        var port = Ports.Of(project, binding);
        return CloudValue.Plain(path[2] switch
        {
            "url" => $"{binding.Scheme}://{project.Name}:{port}",
            "host" => project.Name,
            "scheme" => binding.Scheme,
            "port" or "targetPort" => $"{port}",
            var other => throw new DeployException($"{project.Name}: a binding has no property {other}"),
        });
    }

    private static CloudValue Parameter(ManifestResource parameter)
    {
        if (Origins.Of(parameter) is { } origin) return new([origin], false);
        var id = CloudTemplate.Id(parameter.Name);
        if (Secrets.IsGenerated(parameter)) return CloudValue.Secret(Cfn.Sub($"{{{{resolve:secretsmanager:${{{id}}}:SecretString}}}}"));
        return new([Cfn.Ref(id)], Secrets.IsSecret(parameter));
    }
}
