using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// A parameter of the graph called <c>…-origin</c> is where something of the stack is reached by browsers: CloudFront's address of the packages,
/// S3's of the bucket that films are uploaded into. Nobody is asked for it, as nobody knows it before the stack is there.
/// </summary>
internal static class Origins
{
    private static readonly Dictionary<string, JsonObject> Known = new()
    {
        ["package-origin"] = Cfn.Sub($"https://${{{PackageDelivery.Distribution}.DomainName}}"),
        ["upload-origin"] = Cfn.Sub($"https://${{{CloudTemplate.Id("media-sources-bucket")}.RegionalDomainName}}"),
    };

    public static JsonNode? Of(ManifestResource parameter) => Known.GetValueOrDefault(parameter.Name)?.DeepClone();
}
