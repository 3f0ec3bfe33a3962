using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// A parameter of the graph called <c>…-bucket</c> is the name of a bucket that comes with the stack: private, encrypted, and forgetting
/// unfinished uploads after a week. Stack and account make the name the only one in the world.
/// </summary>
internal static class Buckets
{
    private const string Suffix = "-bucket";

    public static bool Is(ManifestResource parameter) => parameter.Name.EndsWith(Suffix, StringComparison.Ordinal);

    public static void Add(CloudTemplate template, ManifestResource parameter) =>
        template.Resource(CloudTemplate.Id(parameter.Name), "AWS::S3::Bucket", new JsonObject
        {
            ["BucketName"] = Cfn.Sub($"${{AWS::StackName}}-{parameter.Name[..^Suffix.Length]}-${{AWS::AccountId}}"),
            ["PublicAccessBlockConfiguration"] = new JsonObject
            {
                ["BlockPublicAcls"] = true, ["BlockPublicPolicy"] = true, ["IgnorePublicAcls"] = true, ["RestrictPublicBuckets"] = true,
            },
            ["BucketEncryption"] = new JsonObject
            {
                ["ServerSideEncryptionConfiguration"] = Cfn.List(new JsonObject
                {
                    ["ServerSideEncryptionByDefault"] = new JsonObject { ["SSEAlgorithm"] = "AES256" },
                }),
            },
            ["LifecycleConfiguration"] = new JsonObject
            {
                ["Rules"] = Cfn.List(new JsonObject
                {
                    ["Id"] = "forget-unfinished-uploads", ["Status"] = "Enabled",
                    ["AbortIncompleteMultipartUpload"] = new JsonObject { ["DaysAfterInitiation"] = 7 },
                }),
            },
        }, keep: true);
}
