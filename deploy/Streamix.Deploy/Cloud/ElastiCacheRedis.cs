using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Redis 7 on ElastiCache: a primary and a replica with failover, encrypted both ways.</summary>
internal sealed class ElastiCacheRedis : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        var id = CloudTemplate.Id(container.Name);
        var password = Password(resolver, container);
        template.Resource($"{id}Subnets", "AWS::ElastiCache::SubnetGroup", new JsonObject
        {
            ["Description"] = "Private subnets", ["SubnetIds"] = Cfn.Ref("PrivateSubnets"),
        });
        template.Resource(id, "AWS::ElastiCache::ReplicationGroup", new JsonObject
        {
            ["ReplicationGroupDescription"] = "Cache, rate limits and sessions",
            ["Engine"] = "redis",
            ["EngineVersion"] = "7.1",
            ["CacheNodeType"] = "cache.t4g.small",
            ["NumCacheClusters"] = 2,
            ["AutomaticFailoverEnabled"] = true,
            ["MultiAZEnabled"] = true,
            ["AtRestEncryptionEnabled"] = true,
            ["TransitEncryptionEnabled"] = true,
            ["AuthToken"] = password.Node,
            ["SnapshotRetentionLimit"] = 7,
            ["CacheSubnetGroupName"] = Cfn.Ref($"{id}Subnets"),
            ["SecurityGroupIds"] = Cfn.List(Network.GroupId(Network.Data)),
        }, keep: true);
        resolver.Answer(container.Name, property => property switch
        {
            "connectionString" => new(
                [Cfn.Att(id, "PrimaryEndPoint.Address"), ":", Cfn.Att(id, "PrimaryEndPoint.Port"), ",ssl=true,password=", .. password.Parts], IsSecret: true),
            _ when property.EndsWith(".host", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Att(id, "PrimaryEndPoint.Address")),
            _ when property.EndsWith(".port", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Att(id, "PrimaryEndPoint.Port")),
            _ when property.EndsWith(".scheme", StringComparison.Ordinal) => CloudValue.Plain("rediss"),
            _ => throw new DeployException($"{container.Name}: ElastiCache has no {property}"),
        });
    }

    private static CloudValue Password(Resolver resolver, ManifestResource container)
    {
        var expression = container.Environment.FirstOrDefault(variable => variable.Key == "REDIS_PASSWORD").Value
            ?? throw new DeployException($"{container.Name}: a Redis without a password is not deployed");
        return resolver.Resolve(expression);
    }
}
