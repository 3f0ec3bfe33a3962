using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// CloudFront before the bucket of packages, for whoever comes with an address that the orchestrator has signed: the graph's parameter
/// <c>cloudfront-key-pair-id</c> names the public key. The bucket answers this distribution and nobody else.
/// </summary>
internal static class PackageDelivery
{
    private const string Bucket = "media-renditions-bucket";
    private const string Key = "cloudfront-key-pair-id";
    public const string Distribution = "PackageDistribution";
    private static readonly string BucketId = CloudTemplate.Id(Bucket);

    public static bool IsWanted(ManifestFile manifest) => manifest.Resources.Any(resource => resource.Name == Bucket) && manifest.Resources.Any(resource => resource.Name == Key);

    public static void Add(CloudTemplate template)
    {
        template.Resource("PackageKeys", "AWS::CloudFront::KeyGroup", new JsonObject
        {
            ["KeyGroupConfig"] = new JsonObject { ["Name"] = Cfn.Sub("${AWS::StackName}-packages"), ["Items"] = Cfn.List(Cfn.Ref(CloudTemplate.Id(Key))) },
        });
        template.Resource("PackageAccess", "AWS::CloudFront::OriginAccessControl", new JsonObject
        {
            ["OriginAccessControlConfig"] = new JsonObject
            {
                ["Name"] = Cfn.Sub("${AWS::StackName}-packages"),
                ["OriginAccessControlOriginType"] = "s3", ["SigningBehavior"] = "always", ["SigningProtocol"] = "sigv4",
            },
        });
        template.Resource(Distribution, "AWS::CloudFront::Distribution", new JsonObject { ["DistributionConfig"] = Configuration() });
        template.Resource("PackageReading", "AWS::S3::BucketPolicy", new JsonObject { ["Bucket"] = Cfn.Ref(BucketId), ["PolicyDocument"] = Policy() });
        template.Output("PackageAddress", Cfn.Sub($"https://${{{Distribution}.DomainName}}/"), "Where packages come from: the address of the edge to make known at /api/v1/edges");
    }

    // The managed policies' ids are fixed by AWS: CachingOptimized, which leaves the signature out of the cache's key, and SimpleCORS for pages anywhere.
    private static JsonObject Configuration() => new()
    {
        ["Enabled"] = true,
        ["HttpVersion"] = "http2and3",
        ["Origins"] = Cfn.List(new JsonObject
        {
            ["Id"] = "packages",
            ["DomainName"] = Cfn.Att(BucketId, "RegionalDomainName"),
            ["OriginAccessControlId"] = Cfn.Ref("PackageAccess"),
            ["S3OriginConfig"] = new JsonObject { ["OriginAccessIdentity"] = "" },
        }),
        ["DefaultCacheBehavior"] = new JsonObject
        {
            ["TargetOriginId"] = "packages",
            ["ViewerProtocolPolicy"] = "https-only",
            ["AllowedMethods"] = Cfn.List("GET", "HEAD", "OPTIONS"),
            ["TrustedKeyGroups"] = Cfn.List(Cfn.Ref("PackageKeys")),
            ["CachePolicyId"] = "658327ea-f89d-4fab-a63d-7e88639e58f6",
            ["ResponseHeadersPolicyId"] = "60669652-455b-4ae9-85a4-c4c02393f86c",
        },
    };

    private static JsonObject Policy() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = Cfn.List(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = "cloudfront.amazonaws.com" },
            ["Action"] = "s3:GetObject",
            ["Resource"] = Cfn.Sub($"arn:${{AWS::Partition}}:s3:::${{{BucketId}}}/*"),
            ["Condition"] = new JsonObject
            {
                ["StringEquals"] = new JsonObject { ["AWS:SourceArn"] = Cfn.Sub($"arn:${{AWS::Partition}}:cloudfront::${{AWS::AccountId}}:distribution/${{{Distribution}}}") },
            },
        }),
    };
}
