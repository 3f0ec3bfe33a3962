using System.Text.Json.Nodes;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>The ECS cluster with its Service Connect namespace, its log group, its roles and where alarms go.</summary>
internal static class Cluster
{
    public const string Name = "Cluster", Logs = "Logs", Alarms = "AlarmTopic", ExecutionRole = "ExecutionRole", TaskRole = "TaskRole";

    public static void Add(CloudTemplate template)
    {
        template.Resource("Namespace", "AWS::ServiceDiscovery::HttpNamespace", new JsonObject { ["Name"] = Cfn.Sub("${AWS::StackName}") });
        template.Resource(Name, "AWS::ECS::Cluster", new JsonObject
        {
            ["ServiceConnectDefaults"] = new JsonObject { ["Namespace"] = Cfn.Att("Namespace", "Arn") },
            ["ClusterSettings"] = Cfn.List(new JsonObject { ["Name"] = "containerInsights", ["Value"] = "enabled" }),
            ["CapacityProviders"] = Cfn.List("FARGATE", "FARGATE_SPOT"),
        });
        template.Resource(Logs, "AWS::Logs::LogGroup", new JsonObject { ["RetentionInDays"] = 30 });
        template.Parameter("AlarmEmail", "String", "Who is told when an alarm goes off");
        template.Resource(Alarms, "AWS::SNS::Topic", new JsonObject
        {
            ["Subscription"] = Cfn.List(new JsonObject { ["Protocol"] = "email", ["Endpoint"] = Cfn.Ref("AlarmEmail") }),
        });
        template.Resource(ExecutionRole, "AWS::IAM::Role", Role(
            ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
            Policy("read-secrets", ["secretsmanager:GetSecretValue"], Cfn.Sub("arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${AWS::StackName}/*"))));
        template.Resource(TaskRole, "AWS::IAM::Role", Role([],
            // A service makes sure of its bucket before it uses it, which for S3 is the wish to create it.
            Policy("objects", ["s3:CreateBucket", "s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
                Cfn.Sub("arn:${AWS::Partition}:s3:::${AWS::StackName}-*"))));
    }

    private static JsonObject Role(string[] managed, params JsonObject[] policies) => new()
    {
        ["AssumeRolePolicyDocument"] = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = Cfn.List(new JsonObject
            {
                ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Service"] = "ecs-tasks.amazonaws.com" }, ["Action"] = "sts:AssumeRole",
            }),
        },
        ["ManagedPolicyArns"] = Cfn.List(managed.Select(arn => (JsonNode)arn)),
        ["Policies"] = Cfn.List(policies),
    };

    private static JsonObject Policy(string name, string[] actions, JsonNode resource) => new()
    {
        ["PolicyName"] = name,
        ["PolicyDocument"] = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = Cfn.List(new JsonObject { ["Effect"] = "Allow", ["Action"] = Cfn.List(actions.Select(action => (JsonNode)action)), ["Resource"] = resource }),
        },
    };
}
