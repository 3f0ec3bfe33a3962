using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Alarms of one service: CPU and memory, for people and for the rollback of a bad deployment.</summary>
internal static class ServiceAlarms
{
    public static void Add(CloudTemplate template, string id, ManifestResource project)
    {
        Alarm(template, $"{id}CpuAlarm", project, "CPUUtilization", 90);
        Alarm(template, $"{id}MemoryAlarm", project, "MemoryUtilization", 85);
    }

    private static void Alarm(CloudTemplate template, string id, ManifestResource project, string metric, int percent) =>
        template.Resource(id, "AWS::CloudWatch::Alarm", new JsonObject
        {
            ["AlarmDescription"] = $"{project.Name}: {metric} above {percent} % for five minutes",
            ["Namespace"] = "AWS/ECS",
            ["MetricName"] = metric,
            ["Dimensions"] = Cfn.List(
                new JsonObject { ["Name"] = "ClusterName", ["Value"] = Cfn.Ref(Cluster.Name) },
                new JsonObject { ["Name"] = "ServiceName", ["Value"] = project.Name }),
            ["Statistic"] = "Average",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 5,
            ["Threshold"] = percent,
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["TreatMissingData"] = "notBreaching",
            ["AlarmActions"] = Cfn.List(Cfn.Ref(Cluster.Alarms)),
        });
}
