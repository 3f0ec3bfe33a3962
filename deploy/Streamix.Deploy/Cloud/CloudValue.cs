using System.Text.Json.Nodes;

namespace Streamix.Deploy.Cloud;

/// <summary>What a manifest expression becomes: CloudFormation values to be joined, and whether any is a secret.</summary>
internal sealed record CloudValue(IReadOnlyList<JsonNode> Parts, bool IsSecret)
{
    public static CloudValue Plain(JsonNode node) => new([node], IsSecret: false);

    public static CloudValue Secret(JsonNode node) => new([node], IsSecret: true);

    public JsonNode Node => Template.Cfn.Join([.. Parts.Select(part => part.DeepClone())]);
}
