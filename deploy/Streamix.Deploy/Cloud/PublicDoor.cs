using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>The gateway's load balancer (HTTPS only, health-checked) and CloudFront before it.</summary>
internal static class PublicDoor
{
    public static JsonArray Targets(ManifestResource door) => Cfn.List(new JsonObject
    {
        ["ContainerName"] = door.Name, ["ContainerPort"] = Ports.Of(door, door.Bindings.First()), ["TargetGroupArn"] = Cfn.Ref("DoorTargets"),
    });

    public static void Add(CloudTemplate template, ManifestResource door)
    {
        template.Parameter("CertificateArn", "String", "Certificate of the load balancer's name");
        template.Parameter("DoorName", "String", "DNS name of the load balancer that the certificate is for, for example origin.streamix.example");
        template.Resource("Door", "AWS::ElasticLoadBalancingV2::LoadBalancer", new JsonObject
        {
            ["Scheme"] = "internet-facing",
            ["Subnets"] = Cfn.Ref("PublicSubnets"),
            ["SecurityGroups"] = Cfn.List(Network.GroupId(Network.Door)),
            ["LoadBalancerAttributes"] = Cfn.List(new JsonObject { ["Key"] = "routing.http.drop_invalid_header_fields.enabled", ["Value"] = "true" }),
        });
        template.Resource("DoorTargets", "AWS::ElasticLoadBalancingV2::TargetGroup", new JsonObject
        {
            ["VpcId"] = Cfn.Ref("Vpc"),
            ["TargetType"] = "ip",
            ["Protocol"] = "HTTP",
            ["Port"] = Ports.Of(door, door.Bindings.First()),
            ["HealthCheckPath"] = "/health",
            ["HealthCheckIntervalSeconds"] = 10,
            ["TargetGroupAttributes"] = Cfn.List(new JsonObject { ["Key"] = "deregistration_delay.timeout_seconds", ["Value"] = "30" }),
        });
        template.Resource("DoorListener", "AWS::ElasticLoadBalancingV2::Listener", new JsonObject
        {
            ["LoadBalancerArn"] = Cfn.Ref("Door"),
            ["Port"] = 443,
            ["Protocol"] = "HTTPS",
            ["SslPolicy"] = "ELBSecurityPolicy-TLS13-1-2-2021-06",
            ["Certificates"] = Cfn.List(new JsonObject { ["CertificateArn"] = Cfn.Ref("CertificateArn") }),
            ["DefaultActions"] = Cfn.List(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = Cfn.Ref("DoorTargets") }),
        });
        template.Resource("Distribution", "AWS::CloudFront::Distribution", new JsonObject { ["DistributionConfig"] = Distribution() });
        template.Output("Address", Cfn.Sub("https://${Distribution.DomainName}"), "Where viewers go");
        template.Output("LoadBalancer", Cfn.Att("Door", "DNSName"), "Point the door's DNS name here");
    }

    // The managed policies' ids are fixed by AWS: CachingDisabled and AllViewerAndCloudFrontHeaders, among which is the viewer's country.
    private static JsonObject Distribution() => new()
    {
        ["Enabled"] = true,
        ["HttpVersion"] = "http2and3",
        ["Origins"] = Cfn.List(new JsonObject
        {
            ["Id"] = "door",
            ["DomainName"] = Cfn.Ref("DoorName"),
            ["CustomOriginConfig"] = new JsonObject { ["OriginProtocolPolicy"] = "https-only", ["OriginSSLProtocols"] = Cfn.List("TLSv1.2") },
        }),
        ["DefaultCacheBehavior"] = new JsonObject
        {
            ["TargetOriginId"] = "door",
            ["ViewerProtocolPolicy"] = "redirect-to-https",
            ["AllowedMethods"] = Cfn.List("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"),
            ["CachePolicyId"] = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            ["OriginRequestPolicyId"] = "33f36d7e-f396-46d9-90e0-52428a34d9dc",
            ["Compress"] = true,
        },
    };
}
