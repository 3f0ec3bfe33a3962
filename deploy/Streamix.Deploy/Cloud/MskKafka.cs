using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Kafka on MSK: three brokers, three copies of each record, two of them needed for an acknowledgement.</summary>
internal sealed class MskKafka : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        var id = CloudTemplate.Id(container.Name);
        template.Parameter("KafkaBootstrap", "String", "Bootstrap brokers of the MSK cluster (get-bootstrap-brokers); they are known once it stands, before the services start");
        template.Resource($"{id}Configuration", "AWS::MSK::Configuration", new JsonObject
        {
            ["Name"] = Cfn.Sub("${AWS::StackName}-bus"),
            ["ServerProperties"] = "auto.create.topics.enable=true\ndefault.replication.factor=3\nmin.insync.replicas=2\nnum.partitions=12\n",
        });
        template.Resource(id, "AWS::MSK::Cluster", new JsonObject
        {
            ["ClusterName"] = Cfn.Sub("${AWS::StackName}-bus"),
            ["KafkaVersion"] = "3.8.x",
            ["NumberOfBrokerNodes"] = 3,
            ["ConfigurationInfo"] = new JsonObject { ["Arn"] = Cfn.Att($"{id}Configuration", "Arn"), ["Revision"] = 1 },
            ["EncryptionInfo"] = new JsonObject { ["EncryptionInTransit"] = new JsonObject { ["ClientBroker"] = "TLS_PLAINTEXT", ["InCluster"] = true } },
            ["BrokerNodeGroupInfo"] = new JsonObject
            {
                ["InstanceType"] = "kafka.t3.small",
                ["ClientSubnets"] = Cfn.Ref("PrivateSubnets"),
                ["SecurityGroups"] = Cfn.List(Network.GroupId(Network.Data)),
                ["StorageInfo"] = new JsonObject { ["EBSStorageInfo"] = new JsonObject { ["VolumeSize"] = 100 } },
            },
        }, keep: true);
        template.Output("KafkaCluster", Cfn.Ref(id), "Ask MSK for its bootstrap brokers by this ARN");
        resolver.Answer(container.Name, property => property == "connectionString"
            ? CloudValue.Plain(Cfn.Ref("KafkaBootstrap"))
            : throw new AbsentInTheCloudException($"{container.Name}: use the connection string of the bus, MSK has no single {property}"));
    }
}
