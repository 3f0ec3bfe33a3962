using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Target tracking on CPU between two and ten tasks.</summary>
internal static class Scaling
{
    public static int Least(ManifestResource project) => (int?)project.Json["replicas"] ?? 2;

    public static void Add(CloudTemplate template, string id, ManifestResource project)
    {
        template.Resource($"{id}Scaling", "AWS::ApplicationAutoScaling::ScalableTarget", new JsonObject
        {
            ["ServiceNamespace"] = "ecs",
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["ResourceId"] = Cfn.Sub($"service/${{{Cluster.Name}}}/{project.Name}"),
            ["MinCapacity"] = Least(project),
            ["MaxCapacity"] = 10,
        }, [$"{id}Service"]);
        template.Resource($"{id}ScalingPolicy", "AWS::ApplicationAutoScaling::ScalingPolicy", new JsonObject
        {
            ["PolicyName"] = $"{project.Name}-cpu",
            ["PolicyType"] = "TargetTrackingScaling",
            ["ScalingTargetId"] = Cfn.Ref($"{id}Scaling"),
            ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
            {
                ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ECSServiceAverageCPUUtilization" },
                ["TargetValue"] = 60,
                ["ScaleInCooldown"] = 300,
                ["ScaleOutCooldown"] = 30,
            },
        });
    }
}
