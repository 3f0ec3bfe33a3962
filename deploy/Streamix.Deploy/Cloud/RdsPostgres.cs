using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>PostgreSQL 17 on RDS: two zones, encrypted, backed up for two weeks.</summary>
internal sealed class RdsPostgres : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        var id = CloudTemplate.Id(container.Name);
        template.Resource($"{id}Subnets", "AWS::RDS::DBSubnetGroup", new JsonObject
        {
            ["DBSubnetGroupDescription"] = "Private subnets", ["SubnetIds"] = Cfn.Ref("PrivateSubnets"),
        });
        var environment = container.Environment.ToDictionary();
        var password = resolver.Resolve(environment["POSTGRES_PASSWORD"]);
        template.Resource(id, "AWS::RDS::DBInstance", new JsonObject
        {
            ["Engine"] = "postgres",
            ["EngineVersion"] = "17",
            ["DBInstanceClass"] = "db.t4g.medium",
            ["AllocatedStorage"] = "50",
            ["MaxAllocatedStorage"] = 500,
            ["StorageType"] = "gp3",
            ["StorageEncrypted"] = true,
            ["MultiAZ"] = true,
            ["BackupRetentionPeriod"] = 14,
            ["DeletionProtection"] = true,
            ["EnablePerformanceInsights"] = true,
            ["MasterUsername"] = environment.GetValueOrDefault("POSTGRES_USER", "postgres"),
            ["MasterUserPassword"] = password.Node,
            ["DBSubnetGroupName"] = Cfn.Ref($"{id}Subnets"),
            ["VPCSecurityGroups"] = Cfn.List(Network.GroupId(Network.Data)),
        }, keep: true);
        resolver.Answer(container.Name, property => property switch
        {
            "connectionString" => resolver.Resolve(container.ConnectionString!),
            _ when property.EndsWith(".host", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Att(id, "Endpoint.Address")),
            _ when property.EndsWith(".port", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Att(id, "Endpoint.Port")),
            _ when property.EndsWith(".scheme", StringComparison.Ordinal) => CloudValue.Plain("tcp"),
            _ => throw new DeployException($"{container.Name}: RDS has no {property}"),
        });
    }
}
