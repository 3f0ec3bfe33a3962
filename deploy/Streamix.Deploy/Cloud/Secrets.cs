using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Parameters of the graph: secrets that may be generated are, in Secrets Manager; the others are asked of the operator.</summary>
internal static class Secrets
{
    public static bool IsSecret(ManifestResource parameter) => (bool?)Input(parameter)?["secret"] ?? false;

    /// <summary>A secret that somebody else gave out, as a mail server's password, says nothing of how to make it.</summary>
    public static bool IsGenerated(ManifestResource parameter) => IsSecret(parameter) && Generate(parameter) is not null;

    public static void Add(CloudTemplate template, ManifestResource parameter)
    {
        var id = CloudTemplate.Id(parameter.Name);
        if (!IsGenerated(parameter))
        {
            template.Parameter(id, "String", $"Parameter {parameter.Name} of the graph", (string?)Input(parameter)?["default"]?["value"], IsSecret(parameter));
            return;
        }
        var length = (int?)Generate(parameter)?["minLength"] ?? 32;
        template.Resource(id, "AWS::SecretsManager::Secret", new JsonObject
        {
            ["Name"] = Cfn.Sub($"${{AWS::StackName}}/{parameter.Name}"),
            ["GenerateSecretString"] = new JsonObject { ["PasswordLength"] = Math.Max(length, 32), ["ExcludePunctuation"] = true },
        }, keep: true);
    }

    /// <summary>A secret that holds a whole environment value, so that it never stands in a task definition.</summary>
    public static JsonNode Composed(CloudTemplate template, string owner, string variable, CloudValue value)
    {
        var id = CloudTemplate.Id($"{owner}-{variable.Replace("__", "-")}") + "Value";
        template.Resource(id, "AWS::SecretsManager::Secret", new JsonObject
        {
            ["Name"] = Cfn.Sub($"${{AWS::StackName}}/{owner}/{variable}"),
            ["SecretString"] = value.Node,
        });
        return Cfn.Ref(id);
    }

    private static JsonNode? Generate(ManifestResource parameter) => Input(parameter)?["default"]?["generate"];

    private static JsonNode? Input(ManifestResource parameter) => parameter.Json["inputs"]?["value"];
}
