using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>The search engine on Amazon OpenSearch: two nodes in two zones, encrypted, with its own master user.</summary>
internal sealed class OpenSearchDomain : IManagedService
{
    private const string User = "elastic";

    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        var id = CloudTemplate.Id(container.Name);
        var password = resolver.Resolve(container.Environment.First(variable => variable.Key == "ELASTIC_PASSWORD").Value);
        template.Resource(id, "AWS::OpenSearchService::Domain", new JsonObject
        {
            ["EngineVersion"] = "OpenSearch_2.17",
            ["ClusterConfig"] = new JsonObject
            {
                ["InstanceType"] = "t3.medium.search", ["InstanceCount"] = 2, ["ZoneAwarenessEnabled"] = true,
                ["ZoneAwarenessConfig"] = new JsonObject { ["AvailabilityZoneCount"] = 2 },
            },
            ["EBSOptions"] = new JsonObject { ["EBSEnabled"] = true, ["VolumeType"] = "gp3", ["VolumeSize"] = 50 },
            ["EncryptionAtRestOptions"] = new JsonObject { ["Enabled"] = true },
            ["NodeToNodeEncryptionOptions"] = new JsonObject { ["Enabled"] = true },
            ["DomainEndpointOptions"] = new JsonObject { ["EnforceHTTPS"] = true },
            ["AdvancedSecurityOptions"] = new JsonObject
            {
                ["Enabled"] = true,
                ["InternalUserDatabaseEnabled"] = true,
                ["MasterUserOptions"] = new JsonObject { ["MasterUserName"] = User, ["MasterUserPassword"] = password.Node },
            },
            ["VPCOptions"] = new JsonObject
            {
                ["SecurityGroupIds"] = Cfn.List(Network.GroupId(Network.Data)),
                ["SubnetIds"] = Cfn.List(Subnet(0), Subnet(1)),
            },
        }, keep: true);
        resolver.Answer(container.Name, property => property switch
        {
            "connectionString" => new([$"https://{User}:", .. password.Parts, "@", Cfn.Att(id, "DomainEndpoint")], IsSecret: true),
            _ when property.EndsWith(".host", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Att(id, "DomainEndpoint")),
            _ when property.EndsWith(".port", StringComparison.Ordinal) => CloudValue.Plain("443"),
            _ => throw new DeployException($"{container.Name}: the deployment has no {property} of it"),
        });
    }

    private static JsonObject Subnet(int index) => new() { ["Fn::Select"] = new JsonArray(index, Cfn.Ref("PrivateSubnets")) };
}
