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

    public static CloudTemplate From(ManifestFile manifest)
    {
        var template = new CloudTemplate();
        var resolver = new Resolver(manifest);
        Network.Add(template);
        Cluster.Add(template);

        foreach (var parameter in manifest.Resources.Where(resource => resource.Type == "parameter.v0")) Secrets.Add(template, parameter);
        foreach (var container in manifest.Resources.Where(resource => resource.IsContainer))
            ManagedFor(container).Add(template, resolver, container);
        foreach (var project in manifest.Projects) FargateService.Add(template, resolver, project);
        if (manifest.Projects.FirstOrDefault(project => project.IsExternal) is { } door) PublicDoor.Add(template, door);
        return template;
    }

    private static IManagedService ManagedFor(ManifestResource container)
    {
        foreach (var (image, service) in Managed)
            if (container.Image == image || container.Image.EndsWith("/" + image, StringComparison.Ordinal)) return service;
        throw new DeployException($"{container.Name}: no service of AWS takes the place of the image {container.Image}");
    }
}
