using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>A project of the graph as a Fargate service: Service Connect, circuit-breaker rollback, autoscaling, alarms.</summary>
internal static class FargateService
{
    public static void Add(CloudTemplate template, Resolver resolver, ManifestResource project)
    {
        var id = CloudTemplate.Id(project.Name);
        var (environment, secrets) = Environment(template, resolver, project);
        template.Resource($"{id}Task", "AWS::ECS::TaskDefinition", new JsonObject
        {
            ["Family"] = Cfn.Sub($"${{AWS::StackName}}-{project.Name}"),
            ["RequiresCompatibilities"] = Cfn.List("FARGATE"),
            ["NetworkMode"] = "awsvpc",
            ["Cpu"] = "256",
            ["Memory"] = "512",
            ["ExecutionRoleArn"] = Cfn.Att(Cluster.ExecutionRole, "Arn"),
            ["TaskRoleArn"] = Cfn.Att(Cluster.TaskRole, "Arn"),
            ["ContainerDefinitions"] = Cfn.List(Container(project, environment, secrets)),
        });
        if (RunsToCompletion(project))
        {
            template.Output($"{id}Task", Cfn.Ref($"{id}Task"), $"Run this task before the services are updated: {project.Name}");
            return;
        }

        template.Resource($"{id}Service", "AWS::ECS::Service", Service(project, id), project.IsExternal ? ["DoorListener"] : null);
        Scaling.Add(template, id, project);
        ServiceAlarms.Add(template, id, project);
    }

    /// <summary>A project without an endpoint does its work and ends, as the migrator does.</summary>
    public static bool RunsToCompletion(ManifestResource project) => !project.Bindings.Any();

    private static (JsonArray Plain, JsonArray Secret) Environment(CloudTemplate template, Resolver resolver, ManifestResource project)
    {
        var (plain, secret) = (new JsonArray(), new JsonArray());
        foreach (var (name, expression) in project.Environment)
        {
            if (Value(resolver, name, expression) is not { } value) continue;
            if (value.IsSecret) secret.Add(new JsonObject { ["Name"] = name, ["ValueFrom"] = Secrets.Composed(template, project.Name, name, value) });
            else plain.Add(new JsonObject { ["Name"] = name, ["Value"] = value.Node });
        }
        return (plain, secret);
    }

    /// <summary>Aspire shows each property of a connection as a variable of its own beside the connection string; the cloud need not have all.</summary>
    private static CloudValue? Value(Resolver resolver, string name, string expression)
    {
        try
        {
            return resolver.Resolve(expression);
        }
        catch (AbsentInTheCloudException) when (!name.StartsWith("ConnectionStrings__", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static JsonObject Container(ManifestResource project, JsonArray environment, JsonArray secrets) => new()
    {
        ["Name"] = project.Name,
        ["Image"] = Cfn.Sub($"${{ImageRepository}}/{project.Name}:${{{(RunsToCompletion(project) ? "TaskTag" : "ImageTag")}}}"),
        ["Essential"] = true,
        ["Command"] = Cfn.List(project.Arguments.Select(argument => (JsonNode)argument)),
        ["PortMappings"] = Cfn.List(project.Bindings.DistinctBy(binding => Ports.Of(project, binding)).Select(binding => (JsonNode)new JsonObject
        {
            ["Name"] = binding.Name, ["ContainerPort"] = Ports.Of(project, binding), ["AppProtocol"] = binding.Transport == "http2" ? "http2" : "http",
        })),
        ["Environment"] = environment,
        ["Secrets"] = secrets,
        ["StopTimeout"] = 60,
        ["LogConfiguration"] = new JsonObject
        {
            ["LogDriver"] = "awslogs",
            ["Options"] = new JsonObject { ["awslogs-group"] = Cfn.Ref(Cluster.Logs), ["awslogs-region"] = Cfn.Ref("AWS::Region"), ["awslogs-stream-prefix"] = project.Name },
        },
    };

    private static JsonObject Service(ManifestResource project, string id)
    {
        var service = new JsonObject
        {
            ["Cluster"] = Cfn.Ref(Cluster.Name),
            ["ServiceName"] = project.Name,
            ["TaskDefinition"] = Cfn.Ref($"{id}Task"),
            ["DesiredCount"] = Scaling.Least(project),
            ["LaunchType"] = "FARGATE",
            ["EnableExecuteCommand"] = false,
            ["PropagateTags"] = "SERVICE",
            ["DeploymentConfiguration"] = new JsonObject
            {
                ["DeploymentCircuitBreaker"] = new JsonObject { ["Enable"] = true, ["Rollback"] = true },
                ["MinimumHealthyPercent"] = 100,
                ["MaximumPercent"] = 200,
                ["Alarms"] = new JsonObject { ["AlarmNames"] = Cfn.List(Cfn.Ref($"{id}CpuAlarm")), ["Enable"] = true, ["Rollback"] = true },
            },
            ["NetworkConfiguration"] = new JsonObject
            {
                ["AwsvpcConfiguration"] = new JsonObject
                {
                    ["Subnets"] = Cfn.Ref("PrivateSubnets"), ["SecurityGroups"] = Cfn.List(Network.GroupId(Network.Services)), ["AssignPublicIp"] = "DISABLED",
                },
            },
            ["ServiceConnectConfiguration"] = new JsonObject
            {
                ["Enabled"] = true,
                ["Services"] = Cfn.List(project.Bindings.DistinctBy(binding => Ports.Of(project, binding)).Select(binding => (JsonNode)new JsonObject
                {
                    ["PortName"] = binding.Name,
                    ["ClientAliases"] = Cfn.List(new JsonObject { ["DnsName"] = project.Name, ["Port"] = Ports.Of(project, binding) }),
                })),
            },
        };
        if (project.IsExternal) service["LoadBalancers"] = PublicDoor.Targets(project);
        return service;
    }
}
