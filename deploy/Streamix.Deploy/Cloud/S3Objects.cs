using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// Objects in S3 itself. Services take the task role's credentials: where the address is the region's, the key of the local server is ignored.
/// Buckets carry the stack's name as prefix, are private and encrypted, and forget unfinished uploads after a week.
/// </summary>
internal sealed class S3Objects : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        template.Resource("MediaBucket", "AWS::S3::Bucket", new JsonObject
        {
            ["BucketName"] = Cfn.Sub("${AWS::StackName}-media"),
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
        resolver.Answer(container.Name, property => property switch
        {
            _ when property.EndsWith(".url", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Sub("https://s3.${AWS::Region}.${AWS::URLSuffix}")),
            _ when property.EndsWith(".host", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Sub("s3.${AWS::Region}.${AWS::URLSuffix}")),
            _ when property.EndsWith(".port", StringComparison.Ordinal) => CloudValue.Plain("443"),
            _ => throw new DeployException($"{container.Name}: S3 has no {property}"),
        });
    }
}
