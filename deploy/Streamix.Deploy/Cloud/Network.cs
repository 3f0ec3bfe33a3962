using System.Text.Json.Nodes;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>The operator's VPC, and who may talk to whom in it.</summary>
internal static class Network
{
    public const string Services = "ServicesSecurityGroup", Data = "DataSecurityGroup", Door = "DoorSecurityGroup";

    public static void Add(CloudTemplate template)
    {
        template.Parameter("Vpc", "AWS::EC2::VPC::Id", "The VPC everything runs in");
        template.Parameter("PrivateSubnets", "List<AWS::EC2::Subnet::Id>", "Two or more private subnets, for services and data");
        template.Parameter("PublicSubnets", "List<AWS::EC2::Subnet::Id>", "Two or more public subnets, for the load balancer");
        template.Parameter("ImageRepository", "String", "Registry and prefix of the images, for example 1234.dkr.ecr.eu-west-1.amazonaws.com/streamix");
        template.Parameter("ImageTag", "String", "Tag of the services' images, the commit that was built");
        template.Parameter("TaskTag", "String", "Tag of the images that do their work before the services change, and end");

        Group(template, Door, "The load balancer, from everywhere by HTTPS", Ingress(443, source: null));
        Group(template, Services, "The services, from the load balancer and each other");
        template.Resource("ServicesFromDoor", "AWS::EC2::SecurityGroupIngress", From(Services, Door));
        template.Resource("ServicesFromServices", "AWS::EC2::SecurityGroupIngress", From(Services, Services));
        Group(template, Data, "Databases, cache, bus and search, from the services only");
        template.Resource("DataFromServices", "AWS::EC2::SecurityGroupIngress", From(Data, Services));
    }

    public static JsonObject GroupId(string id) => Cfn.Att(id, "GroupId");

    private static void Group(CloudTemplate template, string id, string description, params JsonObject[] ingress) =>
        template.Resource(id, "AWS::EC2::SecurityGroup", new JsonObject
        {
            ["GroupDescription"] = description,
            ["VpcId"] = Cfn.Ref("Vpc"),
            ["SecurityGroupIngress"] = Cfn.List(ingress),
        });

    private static JsonObject Ingress(int port, string? source) => new()
    {
        ["IpProtocol"] = "tcp", ["FromPort"] = port, ["ToPort"] = port, ["CidrIp"] = source ?? "0.0.0.0/0",
    };

    private static JsonObject From(string group, string source) => new()
    {
        ["GroupId"] = GroupId(group), ["IpProtocol"] = "tcp", ["FromPort"] = 0, ["ToPort"] = 65535, ["SourceSecurityGroupId"] = GroupId(source),
    };
}
