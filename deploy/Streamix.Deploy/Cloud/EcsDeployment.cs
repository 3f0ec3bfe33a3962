using System.Text.Json.Nodes;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>
/// The manifest as one CloudFormation stack: projects on Fargate behind Service Connect, the backing resources as RDS, ElastiCache,
/// MSK, OpenSearch, S3 and SES, the public door behind a load balancer and CloudFront.
/// </summary>
internal static class EcsDeployment
{
    private static readonly Dictionary<string, IManagedService> Managed = new()
    {
        ["postgres"] = new RdsPostgres(),
        ["redis"] = new ElastiCacheRedis(),
        ["confluentinc/confluent-local"] = new MskKafka(),
        ["elasticsearch"] = new OpenSearchDomain(),
        ["localstack/localstack"] = new S3Objects(),
        ["maildev/maildev"] = new SesMail(),
    };

    /// <summary>The whole stack.</summary>
    public static CloudTemplate From(ManifestFile manifest)
    {
        var (template, resolver) = Begin(manifest);
        foreach (var project in manifest.Projects) FargateService.Add(template, resolver, project);
        return template;
    }

    /// <summary>
    /// What must be there before the services change: everything but them, with the tasks that do their work and end. Services of
    /// <paramref name="deployed"/>, the template that runs now, stay as they are.
    /// </summary>
    public static CloudTemplate GroundOf(ManifestFile manifest, JsonObject? deployed)
    {
        var (template, resolver) = Begin(manifest);
        foreach (var project in manifest.Projects.Where(FargateService.RunsToCompletion)) FargateService.Add(template, resolver, project);
        if (deployed is not null) template.KeepWhatElseIsIn(deployed);
        return template;
    }

    private static (CloudTemplate, Resolver) Begin(ManifestFile manifest)
    {
        var template = new CloudTemplate();
        var resolver = new Resolver(manifest);
        Network.Add(template);
        Cluster.Add(template);

        foreach (var parameter in manifest.Resources.Where(resource => resource.Type == "parameter.v0"))
            if (Buckets.Is(parameter)) Buckets.Add(template, manifest, parameter);
            else Secrets.Add(template, parameter);
        foreach (var container in manifest.Resources.Where(resource => resource.IsContainer))
            ManagedFor(container).Add(template, resolver, container);
        if (manifest.Projects.FirstOrDefault(project => project.IsExternal) is { } door) PublicDoor.Add(template, door);
        if (PackageDelivery.IsWanted(manifest)) PackageDelivery.Add(template);
        return (template, resolver);
    }

    private static IManagedService ManagedFor(ManifestResource container)
    {
        foreach (var (image, service) in Managed)
            if (container.Image == image || container.Image.EndsWith("/" + image, StringComparison.Ordinal)) return service;
        throw new DeployException($"{container.Name}: no service of AWS takes the place of the image {container.Image}");
    }
}
