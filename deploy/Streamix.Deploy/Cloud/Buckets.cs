using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// A parameter of the graph called <c>…-bucket</c> is the name of a bucket that comes with the stack: private, encrypted, and forgetting
/// unfinished uploads after a week. Stack and account make the name the only one in the world. Pages of the platform's own address, the
/// graph's parameter <c>public-domain</c>, may use presigned addresses in it (CORS); that lets nobody in who has no such address.
/// </summary>
internal static class Buckets
{
    private const string Suffix = "-bucket";
    private const string Pages = "public-domain";

    public static bool Is(ManifestResource parameter) => parameter.Name.EndsWith(Suffix, StringComparison.Ordinal);

    public static void Add(CloudTemplate template, ManifestFile manifest, ManifestResource parameter)
    {
        JsonObject bucket = new()
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
        };
        if (manifest.Resources.Any(resource => resource.Name == Pages)) bucket["CorsConfiguration"] = new JsonObject { ["CorsRules"] = Cfn.List(FromPages()) };
        template.Resource(CloudTemplate.Id(parameter.Name), "AWS::S3::Bucket", bucket, keep: true);
    }

    private static JsonObject FromPages() => new()
    {
        ["Id"] = "browsers",
        ["AllowedOrigins"] = Cfn.List(Cfn.Sub($"https://${{{CloudTemplate.Id(Pages)}}}")),
        ["AllowedMethods"] = Cfn.List("GET", "HEAD", "PUT"),
        ["AllowedHeaders"] = Cfn.List("*"),
        ["ExposedHeaders"] = Cfn.List("ETag", "Content-Length", "Content-Range", "x-amz-checksum-crc32", "x-amz-checksum-sha256"),
        ["MaxAge"] = 3600,
    };
}
