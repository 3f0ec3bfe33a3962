namespace Streamix.AppHost.Backing.Containers;

/// <summary>S3 of LocalStack.</summary>
internal static class LocalStack
{
    public static IResourceBuilder<ConnectionStringResource> Add(Platform platform)
    {
        var key = platform.Secrets.Password("objects-secret-key");
        var server = platform.Builder.AddContainer("localstack", "localstack/localstack", "4.9")
            .WithEnvironment("SERVICES", "s3")
            .WithEnvironment("PERSISTENCE", "1")
            .WithHttpEndpoint(platform.HostPort(platform.Ports.Objects), 4566)
            .WithHttpHealthCheck("/_localstack/health")
            .WithVolume("streamix-objects", "/var/lib/localstack");
        return platform.Builder.AddConnectionString("objects", ReferenceExpression.Create(
                $"Endpoint={server.GetEndpoint("http")};AccessKey=streamix;SecretKey={key};Region=us-east-1"))
            .WithParentRelationship(server)
            .WaitFor(server);
    }
}
